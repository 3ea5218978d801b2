using System.Security.Cryptography;
using System.Xml;
using Judge.Kodu.Containers;
using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Reading;

/// <param name="World">Null: it could not be read, and the only finding says why.</param>
/// <param name="Findings">What the reading itself came upon.</param>
internal sealed record WorldReading(World? World, IReadOnlyList<Finding> Findings);

/// <summary>Reads a file of the game. Whatever the file holds, this ends with a world or with a sentence, and throws nothing.</summary>
internal static class WorldReader
{
    /// <summary>The newest version of the language of tiles that we know.</summary>
    private const int NewestLanguage = 10;

    public static WorldReading Read(byte[] file, KoduLimits? limits = null)
    {
        try
        {
            var (packing, parts) = Archive.Open(file, limits ?? KoduLimits.Usual);
            return Assemble(packing, parts, limits ?? KoduLimits.Usual);
        }
        catch (UnreadableWorldException refused)
        {
            return new WorldReading(null, [refused.Finding]);
        }
        catch (XmlException e)
        {
            return new WorldReading(null, [new(FindingKind.Xml, FindingLevel.Refused, new Said("kodu.xml.broken", e.LineNumber))]);
        }
    }

    private static WorldReading Assemble(WorldPacking packing, IReadOnlyList<Part> parts, KoduLimits limits)
    {
        if (parts.Select(part => part.Name.ToLowerInvariant()).Distinct().Count() < parts.Count)
        {
            throw new UnreadableWorldException(FindingKind.Entries, new Said("kodu.entries.twice"));
        }

        var heads = parts.Where(part => part.Folder == "level").ToList();
        if (heads.Count == 0)
        {
            throw new UnreadableWorldException(FindingKind.Entries, new Said("kodu.entries.noLevel"));
        }

        XmlCursor.Refuse(heads.Count > limits.Levels, "kodu.limit.levels", limits.Levels);
        var (findings, count) = (new List<Finding>(), new StuffCount());
        var read = heads.Select(head => (Part: head, Head: ReadHead(head, limits))).ToList();
        var ordered = LevelChain.Ordered([.. read.Select(one => one.Head)], findings).Select(at => read[at]).ToList();
        var levels = ordered.Select((one, index) => ReadLevel(one.Part, one.Head, index + 1, parts, limits, count, findings)).ToList();
        var entries = parts.Select(part => new WorldEntry(
            part.Name,
            part.Bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(part.Bytes))
        ));
        var picture = Paired(parts, "thumbnail", ordered[0].Part.Stem, "")?.Bytes;
        return new WorldReading(new World(packing, [.. entries], levels, picture is { Length: > 0 } ? picture : null), findings);
    }

    private static LevelHead ReadHead(Part part, KoduLimits limits)
    {
        using var xml = new XmlCursor(part.Bytes, limits);
        return new LevelXml(xml).Read();
    }

    private static Level ReadLevel(
        Part part,
        LevelHead head,
        int number,
        IReadOnlyList<Part> parts,
        KoduLimits limits,
        StuffCount count,
        List<Finding> findings
    )
    {
        var place = new Place(number, 0, 0, 0);
        var stuff =
            Paired(parts, "stuff", FileName(head.StuffFile), part.Stem)
            ?? throw new UnreadableWorldException(FindingKind.Entries, new Said("kodu.entries.noStuff"));
        if (head.Id.Length > 0 && !string.Equals(head.Id, part.Stem, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(new Finding(FindingKind.Entries, FindingLevel.Warning, new Said("kodu.entries.otherId"), place));
        }

        if (head.LanguageVersion > NewestLanguage)
        {
            findings.Add(new Finding(FindingKind.Newer, FindingLevel.Warning, new Said("kodu.newer", head.LanguageVersion), place));
        }

        using var xml = new XmlCursor(stuff.Bytes, limits);
        var (actors, ways) = new StuffXml(xml, limits, count).Read();
        return new Level(
            head,
            actors,
            ways,
            ReadTerrain(Paired(parts, "terrain", FileName(head.TerrainFile), part.Stem), limits, findings, place)
        );
    }

    /// <summary>Null: the world has none, and the game takes a small default patch, or it is damaged, which is found.</summary>
    private static Terrain? ReadTerrain(Part? part, KoduLimits limits, List<Finding> findings, Place place)
    {
        if (part is null)
        {
            findings.Add(new Finding(FindingKind.Terrain, FindingLevel.Note, new Said("kodu.terrain.none"), place));
            return null;
        }

        var read = TerrainMap.Read(part.Bytes, limits);
        if (read is not { Exact: true })
        {
            findings.Add(new Finding(FindingKind.Terrain, FindingLevel.Warning, new Said("kodu.terrain.damaged"), place));
        }

        return read?.Terrain;
    }

    /// <summary>
    /// The part of a folder that the level names, else the one named as the level, else the only one. Endings do not count: the game
    /// renamed terrains from <c>.Raw</c> to <c>.Map</c>.
    /// </summary>
    private static Part? Paired(IReadOnlyList<Part> parts, string folder, string named, string level)
    {
        var inside = parts.Where(part => part.Folder == folder).ToList();
        return Find(Path.GetFileNameWithoutExtension(named)) ?? Find(level) ?? (inside.Count == 1 ? inside[0] : null);

        Part? Find(string stem) =>
            inside.Find(part => stem.Length > 0 && string.Equals(part.Stem, stem, StringComparison.OrdinalIgnoreCase));
    }

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
}
