using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judge.Problems;

/// <summary>The programming languages of this judge: every folder with a <c>language.json</c>.</summary>
public sealed class Languages
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
    };

    private readonly Dictionary<string, Language> _byId;
    private readonly Dictionary<string, Language> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    private Languages(IReadOnlyList<Language> all)
    {
        All = all;
        _byId = all.ToDictionary(language => language.Id);
        foreach (
            var (language, extension) in all.SelectMany(language => language.Extensions, (language, extension) => (language, extension))
        )
        {
            if (!_byExtension.TryAdd(extension, language))
            {
                throw new PackageException(
                    $"{language.Id}/language.json",
                    $"{extension} already belongs to {_byExtension[extension].Name}."
                );
            }
        }
    }

    /// <summary>By their places, then in ordinal order of their folders.</summary>
    public IReadOnlyList<Language> All { get; }

    /// <exception cref="PackageException">The folder holds no language, or a file in it is wrong.</exception>
    public static Languages Load(string folder)
    {
        var folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        var all = folders
            .Order(StringComparer.Ordinal)
            .Where(language => File.Exists(Path.Combine(language, "language.json")))
            .Select(Read)
            .OrderBy(language => language.Place)
            .ToList();
        return all.Count > 0 ? new Languages(all) : throw new PackageException(folder, "there is no folder with a language.json in it.");
    }

    public Language? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The language of a file by its ending, in any letter case; null: none.</summary>
    public Language? OfFile(string name) => _byExtension.GetValueOrDefault(Path.GetExtension(name));

    private static Language Read(string folder)
    {
        var id = Path.GetFileName(folder);
        var file = $"{id}/language.json";
        try
        {
            using var json = File.OpenRead(Path.Combine(folder, "language.json"));
            var language = JsonSerializer.Deserialize<Language>(json, Strict) ?? throw new JsonException("it is empty");
            return Fault(language) is { } fault ? throw new PackageException(file, fault) : language with { Id = id };
        }
        catch (JsonException e)
        {
            throw new PackageException(file, $"it cannot be read ({e.Message.TrimEnd('.')}).");
        }
    }

    private static string? Fault(Language language) =>
        language switch
        {
            { Extensions: [] } => "'extensions' is empty.",
            _ when language
                    .Extensions.Concat(language.Includes)
                    .Any(ending => ending is not ['.', _, ..] || ending != ending.ToLowerInvariant()) =>
                "'extensions' and 'includes' must be lower-case endings with a dot, such as \".pas\".",
            { Compile: not [['/', ..], ..] } or { Run: not [['/', ..], ..] } => "'compile' and 'run' must begin with an absolute path.",
            _ when !IsPlain(language.Source) || language.Artifact is { } artifact && !IsPlain(artifact) =>
                "'source' and 'artifact' must be plain file names.",
            _ when language.Environment.Any(pair => pair.IndexOf('=', StringComparison.Ordinal) <= 0) =>
                "'environment' must be pairs such as \"NAME=VALUE\".",
            { TimeFactor: not (>= 0.1 and <= 20) } => "'timeFactor' must be from 0.1 to 20.",
            { Threads: not (>= 1 and <= 64) } or { CompileProcesses: not (>= 1 and <= 64) } =>
                "'threads' and 'compileProcesses' must be from 1 to 64.",
            { CompileSeconds: not (>= 1 and <= 60) } => "'compileSeconds' must be from 1 to 60.",
            { MemoryExtraMb: not (>= 0 and <= 1024) } => "'memoryExtraMb' must be from 0 to 1024.",
            _ => null,
        };

    private static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
