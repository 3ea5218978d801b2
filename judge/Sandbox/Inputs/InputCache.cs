namespace Judge.Sandbox.Inputs;

/// <summary>
/// Files of tests, read once a node and kept while there is room; what was not used for longest goes first. A file that changed
/// on the disk (time of writing or length) is another file.
/// </summary>
/// <param name="budgetBytes">Room for all together. A larger file is opened for each run instead of being read.</param>
internal sealed class InputCache(long budgetBytes) : IDisposable
{
    /// <summary>A kept file may take a descriptor of the judge.</summary>
    private const int MostFiles = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, LinkedListNode<(Key Key, HeldInput Input)>> _found = [];
    private readonly LinkedList<(Key Key, HeldInput Input)> _recent = [];
    private long _heldBytes;

    private readonly record struct Key(string Path, long Length, DateTime Written);

    /// <summary>Bytes that are kept now.</summary>
    public long HeldBytes
    {
        get
        {
            lock (_gate)
            {
                return _heldBytes;
            }
        }
    }

    /// <summary>The command with files from the disk replaced by what is kept of them. It is good for one run.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Command Prepare(Command command)
    {
        var ready = command with { Stdin = Take(command.Stdin) };
        if (command.Files.Count == 0)
        {
            return ready;
        }

        var taken = command.Files.Values.Distinct().ToDictionary(c => c, Take);
        return ready with { Files = command.Files.ToDictionary(f => f.Key, f => taken[f.Value]) };
    }

    /// <summary>The content for one run.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Content Take(Content content)
    {
        if (content.Path is not { } path)
        {
            return content;
        }

        var file = new FileInfo(path);
        var key = new Key(path, file.Length, file.LastWriteTimeUtc);
        if (key.Length > budgetBytes)
        {
            return OpenUnread(file, content);
        }

        while (true)
        {
            if (Find(key).TryOpen() is { } opened)
            {
                return opened;
            }
        }
    }

    public void Dispose()
    {
        foreach ((_, var input) in _recent)
        {
            input.Dispose();
        }
    }

    /// <summary>
    /// A descriptor of the file itself, if programs in boxes could open it again for reading only; else its bytes are sent.
    /// </summary>
    private static Content OpenUnread(FileInfo file, Content content) =>
        (file.UnixFileMode & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) == UnixFileMode.OtherRead
            ? Content.OfDescriptor(Kernel.OpenForReading(file.FullName), file.Length)
            : content;

    private HeldInput Find(Key key)
    {
        var leaving = new List<HeldInput>();
        HeldInput wanted;
        lock (_gate)
        {
            wanted = FindOrAdd(key);
            while (_heldBytes > budgetBytes || _recent.Count > MostFiles)
            {
                leaving.Add(RemoveLast());
            }
        }

        leaving.ForEach(input => input.Dispose());
        return wanted;
    }

    private HeldInput FindOrAdd(Key key)
    {
        if (_found.TryGetValue(key, out var node))
        {
            _recent.Remove(node);
            _recent.AddFirst(node);
        }
        else
        {
            _found[key] = node = _recent.AddFirst((key, new HeldInput(key.Path, key.Length)));
            _heldBytes += key.Length;
        }

        return node.Value.Input;
    }

    private HeldInput RemoveLast()
    {
        (var key, var input) = _recent.Last!.Value;
        _recent.RemoveLast();
        _found.Remove(key);
        _heldBytes -= key.Length;
        return input;
    }
}
