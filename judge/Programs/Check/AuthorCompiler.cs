using System.Security.Cryptography;
using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Check;

/// <summary>A program of the author, compiled.</summary>
/// <param name="Name">For sentences, such as <c>checker/check.pas</c>.</param>
internal sealed record ReadyProgram(string Name, Language Language, CompiledProgram Program)
{
    /// <summary>Puts the program's name in front of what is said of it.</summary>
    public T InItsName<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CheckerException e)
        {
            throw new CheckerException($"{Name}: {e.Message}", e);
        }
    }
}

/// <summary>Compiles programs of the author, each once a node as long as its files stay the same.</summary>
internal sealed class AuthorCompiler(Languages languages)
{
    private const int MostKept = 64;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, ReadyProgram> _kept = [];
    private readonly Queue<string> _oldest = new();

    /// <summary>The program, from an earlier time or compiled in a box beside this one.</summary>
    /// <exception cref="CheckerException">It is in no language of this judge, or does not compile.</exception>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program.</exception>
    public async Task<ReadyProgram> PrepareAsync(IBox beside, AuthorProgram program, CancellationToken ct)
    {
        var name = $"{Path.GetFileName(program.Folder)}/{program.Main}";
        var language =
            languages.OfFile(program.Main)
            ?? throw new CheckerException($"{name}: there is no language here for files called *{Path.GetExtension(program.Main)}.");
        var sources = SourcesOf(program);
        var key = KeyOf(language, sources);
        await _turn.WaitAsync(ct);
        try
        {
            if (!_kept.TryGetValue(key, out var ready))
            {
                ready = new ReadyProgram(name, language, await CompileAsync(beside, name, language, sources, ct));
                Keep(key, ready);
            }

            return ready;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Read whole, so that a change on the disk is another program and not half of one.</summary>
    private static SourceSet SourcesOf(AuthorProgram program) =>
        new(
            program.Files.ToDictionary(file => file, file => Content.OfBytes(File.ReadAllBytes(Path.Combine(program.Folder, file)))),
            program.Main,
            Secret: [],
            CompileFault.None
        );

    private static async Task<CompiledProgram> CompileAsync(
        IBox beside,
        string name,
        Language language,
        SourceSet sources,
        CancellationToken ct
    )
    {
        await using var box = await beside.OpenCompanionAsync(language.Image, AuthorLimits.Compilation.MemoryBytes, ct);
        var compilation = await Compiler.CompileAsync(box, language, sources, AuthorLimits.Compilation, ct);
        return compilation.Program
            ?? throw new CheckerException($"{name} does not compile ({compilation.Fault}). {compilation.Message}".TrimEnd());
    }

    private static string KeyOf(Language language, SourceSet sources)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes($"{language.Id}\n{language.Version}\n{sources.Entry}\n"));
        foreach (var (name, content) in sources.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            using var file = content.OpenRead();
            all.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
            all.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexString(all.GetHashAndReset());
    }

    private void Keep(string key, ReadyProgram ready)
    {
        if (_oldest.Count == MostKept)
        {
            _kept.Remove(_oldest.Dequeue());
        }

        _kept[key] = ready;
        _oldest.Enqueue(key);
    }
}
