using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;

namespace Judge.Sandbox.Runner;

/// <summary>The connection to the runner of one box. One request at a time; after any failure it is of no more use.</summary>
internal sealed class RunnerLink(Socket socket) : IDisposable
{
    /// <summary>What is sent or received in one piece when it fits.</summary>
    private const int Piece = 64 * 1024;

    private readonly byte[] _buffer = new byte[Piece];
    private int _at;
    private int _end;

    /// <summary>Whether the runner is still there. Nothing is expected from it between requests, so anything to read is its end.</summary>
    public bool IsAlive
    {
        get
        {
            try
            {
                return !socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="SandboxException">The connection ended or made no sense.</exception>
    public async Task<(Answer Answer, Dictionary<string, ReadOnlyMemory<byte>> Payload)> AskAsync(RequestHead request, CancellationToken ct)
    {
        try
        {
            await SendAsync(request, ct);
            return await ReceiveAsync(ct);
        }
        catch (Exception e) when (e is SocketException or IOException or FormatException or ObjectDisposedException)
        {
            throw new SandboxException("The connection to a box was lost: " + e.Message, e);
        }
    }

    /// <summary>Waits for the runner's first word.</summary>
    public async Task<Answer> HelloAsync(CancellationToken ct)
    {
        (var hello, _) = await ReceiveAsync(ct);
        return hello["protocol"] == 3
            ? hello
            : throw new SandboxException("The runner in the image speaks another protocol: run sandbox-images/build.");
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask SendAsync(RequestHead request, CancellationToken ct)
    {
        var head = request.ToBytes();
        var sent = request.Descriptors.Count > 0 ? DescriptorMessage.Send(socket, head, request.Descriptors) : 0;
        request.Dispose();
        var piece = ArrayPool<byte>.Shared.Rent(Math.Max(Piece, head.Length));
        try
        {
            head.AsSpan(sent).CopyTo(piece);
            var filled = head.Length - sent;
            foreach (var content in request.Payload.Where(c => c.Length > 0))
            {
                filled = await AppendAsync(content, piece, filled, ct);
            }

            await SendAllAsync(piece.AsMemory(0, filled), ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Fills the piece with the content and sends it whenever it is full; returns how much of it is filled.</summary>
    private async ValueTask<int> AppendAsync(Content content, byte[] piece, int filled, CancellationToken ct)
    {
        using var stream = content.OpenRead();
        var left = content.Length;
        while (left > 0)
        {
            if (filled == piece.Length)
            {
                await SendAllAsync(piece, ct);
                filled = 0;
            }

            var n = stream.Read(piece, filled, (int)Math.Min(left, piece.Length - filled));
            if (n == 0)
            {
                throw new EndOfStreamException("A file became shorter while it was sent.");
            }

            filled += n;
            left -= n;
        }

        return filled;
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, ct)..];
        }
    }

    private async Task<(Answer Answer, Dictionary<string, ReadOnlyMemory<byte>> Payload)> ReceiveAsync(CancellationToken ct)
    {
        var length = new byte[sizeof(uint)];
        await TakeAsync(length, ct);
        var head = new byte[Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(length), Piece)];
        await TakeAsync(head, ct);
        var answer = Answer.Parse(head);
        var payload = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach ((var name, var size) in answer.Payload)
        {
            var bytes = new byte[size];
            await TakeAsync(bytes, ct);
            payload[name] = bytes;
        }

        return (answer, payload);
    }

    private async ValueTask TakeAsync(Memory<byte> to, CancellationToken ct)
    {
        var buffered = Math.Min(to.Length, _end - _at);
        _buffer.AsSpan(_at, buffered).CopyTo(to.Span);
        _at += buffered;
        to = to[buffered..];
        while (to.Length > 0)
        {
            var direct = to.Length >= Piece;
            var n = await socket.ReceiveAsync(direct ? to : _buffer, SocketFlags.None, ct);
            if (n == 0)
            {
                throw new EndOfStreamException("the runner ended");
            }

            var taken = Math.Min(n, to.Length);
            if (!direct)
            {
                _buffer.AsSpan(0, taken).CopyTo(to.Span);
                (_at, _end) = (taken, n);
            }

            to = to[taken..];
        }
    }
}
