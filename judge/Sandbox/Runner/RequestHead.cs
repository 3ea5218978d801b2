using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox.Runner;

/// <summary>
/// The head of a frame to the runner: its length (32 bits, little endian), then words, each ended by NUL. The bytes that the
/// words announce follow in the order of <see cref="Payload"/>; descriptors come along with the head, named by the words in order.
/// </summary>
internal sealed class RequestHead : IDisposable
{
    /// <summary>Files that one request may bring.</summary>
    public const int MostFiles = 64;

    /// <summary>
    /// Address space for code, libraries and stacks on top of the memory limit. A thread's stack is as large as the main one and takes
    /// address space for all of it, touched or not: with threads there is twice the limit.
    /// </summary>
    private const long SpaceMargin = 128L << 20;

    private const int MostNameBytes = 255;

    /// <summary>Descriptors that come along with one request; further contents are sent.</summary>
    private const int MostDescriptors = 32;

    /// <summary>Larger files are shown to the program where they are: /box has room for 64 MB in all.</summary>
    private const long MostCopied = 8 << 20;

    private readonly List<string> _words = [];
    private readonly List<Content> _payload = [];
    private readonly List<SafeFileHandle> _descriptors = [];

    /// <summary>What follows the head.</summary>
    public IReadOnlyList<Content> Payload => _payload;

    /// <summary>What comes along with the head, to be closed as soon as it is sent.</summary>
    public IReadOnlyList<SafeFileHandle> Descriptors => _descriptors;

    public static RequestHead Wipe()
    {
        var head = new RequestHead();
        head._words.Add("wipe");
        return head;
    }

    public static RequestHead Put(IEnumerable<KeyValuePair<string, Content>> files)
    {
        var head = new RequestHead();
        head._words.Add("put");
        head.AddFiles(files);
        return head;
    }

    /// <param name="boundSpace">Bound the address space of each process, for want of a bound on the memory of all.</param>
    public static RequestHead Run(Command command, Limits limits, bool boundSpace)
    {
        var head = new RequestHead();
        head._words.Add("run");
        head._words.AddRange(command.Arguments.Select(a => "arg=" + a));
        head._words.AddRange(command.Environment.Select(e => "env=" + e));
        head.Add("cpu", limits.Cpu.Ticks / TimeSpan.TicksPerMicrosecond);
        head.Add("wall", limits.Wall.Ticks / TimeSpan.TicksPerMicrosecond);
        head.Add("output", limits.OutputBytes);
        head.Add("size", Math.Max(limits.FileBytes, limits.OutputBytes + 1));
        head.Add("stack", limits.MemoryBytes);
        head.Add("space", boundSpace ? (command.Threads > 1 ? 2 : 1) * limits.MemoryBytes + SpaceMargin : 0);
        head.Add("processes", Math.Max(limits.Processes, command.Threads));
        if (limits.Processes == 1 && command.Threads > 1)
        {
            head._words.Add("alone");
        }

        if (command.Fork)
        {
            head._words.Add("fork");
        }

        head.AddStreams(command);
        head._words.AddRange(command.Folders.Select(name => "folder=" + Checked(name)));
        head.AddPipes(command.Pipes);
        head.AddFiles(command.Files);
        head._words.AddRange(command.Collect.Select(name => "collect=" + Checked(name)));
        if (head._descriptors.Count > 0)
        {
            head.Add("descriptors", head._descriptors.Count);
        }

        return head;
    }

    /// <summary>The head as bytes, its length in front.</summary>
    /// <exception cref="ArgumentException">A word holds NUL.</exception>
    public byte[] ToBytes()
    {
        if (_words.Exists(w => w.Contains('\0')))
        {
            throw new ArgumentException("NUL in an argument, a variable or a file name");
        }

        var length = _words.Sum(w => Encoding.UTF8.GetByteCount(w) + 1);
        var bytes = new byte[sizeof(uint) + length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)length);
        var at = sizeof(uint);
        foreach (var word in _words)
        {
            at += Encoding.UTF8.GetBytes(word, bytes.AsSpan(at)) + 1;
        }

        return bytes;
    }

    /// <summary>Closes the descriptors.</summary>
    public void Dispose() => _descriptors.ForEach(d => d.Dispose());

    private void AddStreams(Command command)
    {
        if (command.StdinPipe is { } source)
        {
            _words.Add("stdin=given");
            _descriptors.Add(source);
        }
        else if (command.Stdin.Descriptor is { } file)
        {
            _words.Add("stdin=given");
            _descriptors.Add(file);
        }
        else
        {
            Add("stdin", command.Stdin.Length);
            _payload.Add(command.Stdin);
        }

        if (command.StdoutPipe is { } sink)
        {
            _words.Add("stdout=given");
            _descriptors.Add(sink);
        }

        if (command.MergeStderr)
        {
            _words.Add("merge");
        }
    }

    private void Add(string key, long value) => _words.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={value}"));

    private void AddPipes(IReadOnlyDictionary<string, SafeFileHandle> pipes)
    {
        foreach (var (name, end) in pipes)
        {
            AddShown(name, end);
        }
    }

    private void AddShown(string name, SafeFileHandle descriptor)
    {
        _words.Add("show=" + Checked(name));
        _descriptors.Add(descriptor);
    }

    private void AddFiles(IEnumerable<KeyValuePair<string, Content>> files)
    {
        foreach (var same in files.GroupBy(f => f.Value))
        {
            AddFile(Checked(same.First().Key), same.Key);
            _words.AddRange(same.Skip(1).Select(f => "also=" + Checked(f.Key)));
        }
    }

    private void AddFile(string name, Content content)
    {
        if (content.Descriptor is { } file && _descriptors.Count < MostDescriptors)
        {
            _words.Add((content.Length > MostCopied ? "show=" : "copy=") + name);
            _descriptors.Add(file);
        }
        else
        {
            _words.Add(string.Create(CultureInfo.InvariantCulture, $"file={content.Length}:{name}"));
            _payload.Add(content);
        }
    }

    /// <summary>The runner ends on a name that leads elsewhere; here it is the caller's mistake.</summary>
    private static string Checked(string name)
    {
        var parts = name.Split('/');
        return
            parts.Length <= 2
            && Array.TrueForAll(parts, p => p is not ("" or "." or "..") && Encoding.UTF8.GetByteCount(p) <= MostNameBytes)
            ? name
            : throw new ArgumentException($"'{name}' is no name for a file in a box.", nameof(name));
    }
}
