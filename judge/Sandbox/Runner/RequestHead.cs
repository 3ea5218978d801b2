using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Judge.Sandbox.Runner;

/// <summary>
/// The head of a frame to the runner: its length (32 bits, little endian), then words, each ended by NUL. The bytes that the
/// words announce follow in the order of <see cref="Payload"/>.
/// </summary>
internal sealed class RequestHead
{
    /// <summary>Address space for code, libraries and stacks on top of the memory limit.</summary>
    private const long SpaceMargin = 128L << 20;

    private readonly List<string> words = [];
    private readonly List<Content> payload = [];

    /// <summary>What follows the head.</summary>
    public IReadOnlyList<Content> Payload => payload;

    public static RequestHead Wipe()
    {
        var head = new RequestHead();
        head.words.Add("wipe");
        return head;
    }

    public static RequestHead Put(string name, Content content)
    {
        var head = new RequestHead();
        head.words.Add("put");
        head.AddFile(name, content);
        return head;
    }

    /// <param name="boundSpace">Bound the address space of each process, for want of a bound on the memory of all.</param>
    public static RequestHead Run(Command command, Limits limits, bool boundSpace)
    {
        var head = new RequestHead();
        head.words.Add("run");
        head.words.AddRange(command.Arguments.Select(a => "arg=" + a));
        head.words.AddRange(command.Environment.Select(e => "env=" + e));
        head.Add("cpu", limits.Cpu.Ticks / TimeSpan.TicksPerMicrosecond);
        head.Add("wall", limits.Wall.Ticks / TimeSpan.TicksPerMicrosecond);
        head.Add("output", limits.OutputBytes);
        head.Add("size", Math.Max(limits.FileBytes, limits.OutputBytes + 1));
        head.Add("stack", limits.MemoryBytes);
        head.Add("space", boundSpace ? limits.MemoryBytes + SpaceMargin : 0);
        head.Add("processes", limits.Processes);
        head.Add("stdin", command.Stdin.Length);
        head.payload.Add(command.Stdin);
        foreach ((string name, Content content) in command.Files)
        {
            head.AddFile(name, content);
        }

        head.words.AddRange(command.Collect.Select(name => "collect=" + name));
        if (command.MergeStderr)
        {
            head.words.Add("merge");
        }

        return head;
    }

    /// <summary>The head as bytes, its length in front.</summary>
    /// <exception cref="ArgumentException">A word holds NUL.</exception>
    public byte[] ToBytes()
    {
        if (words.Exists(w => w.Contains('\0')))
        {
            throw new ArgumentException("NUL in an argument, a variable or a file name");
        }

        int length = words.Sum(w => Encoding.UTF8.GetByteCount(w) + 1);
        byte[] bytes = new byte[sizeof(uint) + length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)length);
        int at = sizeof(uint);
        foreach (string word in words)
        {
            at += Encoding.UTF8.GetBytes(word, bytes.AsSpan(at)) + 1;
        }

        return bytes;
    }

    private void Add(string key, long value) => words.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={value}"));

    private void AddFile(string name, Content content)
    {
        words.Add(string.Create(CultureInfo.InvariantCulture, $"file={content.Length}:{name}"));
        payload.Add(content);
    }
}
