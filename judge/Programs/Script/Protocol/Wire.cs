using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Judge.Programs.Script.Protocol;

/// <summary>
/// Values between the judge and a script host, each side one stream to write and one to read: numbers of 64 bits, little
/// endian; bytes and text (UTF-8) behind their length. Neither side believes the other's lengths: each says how much it takes.
/// </summary>
internal sealed class Wire(Stream input, Stream output)
{
    /// <summary>Raised whenever the order or the meaning of the values changes.</summary>
    public const long Version = 1;

    /// <summary>Greatest size of an input, an answer or an output.</summary>
    public const long MostBytes = 1L << 30;

    /// <summary>Greatest length of a sentence, a name or an argument, in bytes.</summary>
    public const long MostText = 64 << 10;

    private const int Piece = 64 << 10;

    private readonly BufferedStream _incoming = new(input, Piece);
    private readonly BufferedStream _outgoing = new(output, Piece);

    public void Write(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _outgoing.Write(bytes);
    }

    public void Write(decimal value) => Write(value.ToString(CultureInfo.InvariantCulture));

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Write(bytes.Length);
        _outgoing.Write(bytes);
    }

    /// <summary>Writes this many bytes of the stream.</summary>
    /// <exception cref="EndOfStreamException">It is shorter.</exception>
    public void Write(Stream from, long length)
    {
        Write(length);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var left = length;
            while (left > 0)
            {
                var n = from.Read(piece, 0, (int)Math.Min(left, Piece));
                if (n == 0)
                {
                    throw new EndOfStreamException("A file became shorter while it was sent.");
                }

                _outgoing.Write(piece, 0, n);
                left -= n;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Sends what was written.</summary>
    public void Flush() => _outgoing.Flush();

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    public long ReadLong()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        _incoming.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    /// <exception cref="InvalidDataException">This is no such number.</exception>
    public int ReadInt(int most) => (int)ReadLength(most);

    /// <exception cref="InvalidDataException">This is no decimal number.</exception>
    public decimal ReadDecimal() =>
        decimal.TryParse(ReadText(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException("no decimal number");

    public string ReadText(long most = MostText) => Encoding.UTF8.GetString(ReadBytes(most));

    /// <exception cref="InvalidDataException">There are more than is taken.</exception>
    public byte[] ReadBytes(long most = MostBytes)
    {
        var bytes = GC.AllocateUninitializedArray<byte>((int)ReadLength(most));
        _incoming.ReadExactly(bytes);
        return bytes;
    }

    private long ReadLength(long most)
    {
        var length = ReadLong();
        return length >= 0 && length <= most ? length : throw new InvalidDataException($"{length} where at most {most} is taken");
    }
}
