using System.Text;

namespace Judge.Formats.Draft;

/// <summary>The files of a source, under safe names, wherever their bytes lie. Names compare without letter case.</summary>
internal sealed class ImportTree
{
    private readonly Dictionary<string, ImportFile> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ImportFile>> _filesIn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _foldersIn = new(StringComparer.OrdinalIgnoreCase);

    private int _spilt;

    /// <param name="name">Of the archive or folder, without its ending.</param>
    /// <param name="temp">Folder for <see cref="Spill"/>.</param>
    /// <param name="strips">Whether one folder that holds everything is taken off.</param>
    /// <exception cref="ImportException">Two names differ in letter case only, or one is a file and a folder.</exception>
    public ImportTree(string name, IEnumerable<ImportFile> files, string temp, bool strips = true)
    {
        (Name, Temp) = (name, temp);
        List<ImportFile> all = [.. OneYaml([.. files.Where(file => !ImportNames.IsJunk(file.Path))])];
        Top =
            all.Select(file => file.Path.Split('/')).Select(parts => parts.Length > 1 ? parts[0] : "").Distinct().Take(2).ToList()
                is [{ Length: > 0 } only]
            && strips
                ? only
                : null;
        Files =
        [
            .. all.Select(file => Top is null ? file : file with { Path = file.Path[(Top.Length + 1)..] })
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        foreach (var file in Files)
        {
            if (!_byPath.TryAdd(file.Path, file))
            {
                throw Clash(_byPath[file.Path].Path, file.Path);
            }

            (_filesIn.TryGetValue(file.Folder, out var beside) ? beside : _filesIn[file.Folder] = []).Add(file);
        }

        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Files.Select(file => file.Path))
        {
            AddFolders(path, known);
        }
    }

    public string Name { get; }

    /// <summary>Where <see cref="Spill"/> writes.</summary>
    public string Temp { get; }

    /// <summary>The one folder that held everything and was stripped; null: there was none.</summary>
    public string? Top { get; }

    /// <summary>In ordinal order of their paths.</summary>
    public IReadOnlyList<ImportFile> Files { get; }

    /// <summary>Two folders whose names differ in letter case only; null: there are none. Only formats of Windows may have them.</summary>
    public (string First, string Second)? Twins { get; private set; }

    public ImportFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>All files in a folder, at any depth; <c>""</c>: all.</summary>
    public IEnumerable<ImportFile> Below(string folder) =>
        folder.Length == 0 ? Files : Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Files that lie directly in a folder.</summary>
    public IReadOnlyList<ImportFile> In(string folder) => _filesIn.GetValueOrDefault(folder) ?? [];

    /// <summary>Names of the folders directly in a folder, in ordinal order without letter case.</summary>
    public IReadOnlyList<string> Folders(string folder) =>
        [.. (_foldersIn.GetValueOrDefault(folder) ?? []).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A folder of a source as a source of its own.</summary>
    public ImportTree Part(string folder) =>
        new(
            folder[(folder.LastIndexOf('/') + 1)..],
            Below(folder).Select(file => file with { Path = file.Path[(folder.Length + 1)..] }),
            Temp
        );

    /// <summary>The source with the folder that was taken off; null: there was none.</summary>
    public ImportTree? Unstripped =>
        Top is null ? null : new(Name, Files.Select(file => file with { Path = $"{Top}/{file.Path}" }), Temp, strips: false);

    /// <summary>The source without the one folder that holds everything; null: there is none.</summary>
    public ImportTree? Inside => In("").Count == 0 && Folders("") is [var only] ? Part(only) : null;

    /// <summary>Puts a text out of a source's file onto the disk, in UTF-8, so that it need not be kept in memory.</summary>
    public ImportFile Spill(Action<TextWriter> write)
    {
        Directory.CreateDirectory(Temp);
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text{_spilt++}");
        var path = Path.Combine(Temp, name);
        using (var text = new StreamWriter(path))
        {
            write(text);
        }

        return new ImportFile(name, path, new FileInfo(path).Length) { IsSpilt = true };
    }

    /// <summary>Takes in the folders on the way to a file.</summary>
    private void AddFolders(string path, Dictionary<string, string> known)
    {
        for (int at = path.IndexOf('/', StringComparison.Ordinal), from = 0; at > 0; from = at + 1, at = path.IndexOf('/', from))
        {
            var folder = path[..at];
            if (_byPath.TryGetValue(folder, out var file))
            {
                throw Clash(file.Path, folder);
            }

            if (known.TryAdd(folder, folder))
            {
                (
                    _foldersIn.TryGetValue(path[..Math.Max(from - 1, 0)], out var beside)
                        ? beside
                        : _foldersIn[path[..Math.Max(from - 1, 0)]] = []
                ).Add(path[from..at]);
            }
            else if (known[folder] != folder)
            {
                Twins ??= (known[folder], folder);
            }
        }
    }

    /// <summary>YAML has two endings; formats know one of them.</summary>
    private static IEnumerable<ImportFile> OneYaml(List<ImportFile> files)
    {
        var known = files.Select(file => file.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files.Select(file =>
            file.Extension == ".yml" && file.Path[..^3] + "yaml" is var path && !known.Contains(path) ? file with { Path = path } : file
        );
    }

    public static ImportException Clash(string first, string second) =>
        new("import.file.clash", ImportNames.Shown(first), ImportNames.Shown(second));
}

/// <summary>One file of a source.</summary>
/// <param name="Path">Inside the source, with <c>/</c>.</param>
/// <param name="FullPath">Where its bytes lie.</param>
internal sealed record ImportFile(string Path, string FullPath, long Length)
{
    private const int MostTextBytes = 16 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>It is a part of another file (<see cref="ImportTree.Spill"/>), and its name is ours.</summary>
    public bool IsSpilt { get; init; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Name without its last ending.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Last ending with its dot, in lower case; empty: none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>Folder it lies in; empty: the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var at && at > 0 ? Path[..at] : "";

    /// <exception cref="ImportException">It is larger than that.</exception>
    public byte[] Bytes(int most = MostTextBytes) =>
        Length <= most
            ? File.ReadAllBytes(FullPath)
            : throw new ImportException("import.file.tooLarge", ImportNames.Shown(Path), most >> 10);

    /// <summary>The file as text: UTF-8 or, told by its byte order mark, UTF-16; line ends become LF.</summary>
    /// <exception cref="ImportException">It is in neither; Vietnamese encodings of old (TCVN3, VNI) cannot be told from one another, so
    /// nothing is guessed.</exception>
    public string Text(int most = MostTextBytes) =>
        TextOf(Bytes(most)) ?? throw new ImportException("import.file.notUnicode", ImportNames.Shown(Path));

    /// <summary>Null: the bytes are neither UTF-8 nor UTF-16 with its mark.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text =
                bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes[2..])
                : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..])
                : StrictUtf8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
            return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
