using System.Text;
using System.Text.Json;

namespace Judge.Cluster;

/// <summary>One message of an enrolment: a line of JSON, of bounded length.</summary>
internal static class EnrolmentLine
{
    private const int MostBytes = 16 << 10;

    public static async Task WriteAsync<T>(Stream stream, T message, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\n"), ct);
        await stream.FlushAsync(ct);
    }

    /// <exception cref="IOException">The other end sent something else, too much, or nothing.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, CancellationToken ct)
    {
        var bytes = new byte[MostBytes];
        var length = 0;
        while (length < MostBytes && await stream.ReadAsync(bytes.AsMemory(length), ct) is var read and > 0)
        {
            length += read;
            if (bytes[length - 1] == '\n')
            {
                return Parse<T>(bytes.AsSpan(0, length)) ?? throw new IOException("An empty message.");
            }
        }

        throw new IOException("No whole message.");
    }

    private static T? Parse<T>(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes);
        }
        catch (JsonException e)
        {
            throw new IOException("No message of an enrolment.", e);
        }
    }
}

/// <param name="Request">A certificate request as PEM (PKCS 10): the node's key never leaves it.</param>
internal sealed record EnrolmentQuestion(string Secret, string Request);

/// <param name="Certificate">PEM; null: refused.</param>
/// <param name="Authority">PEM; null: refused.</param>
internal sealed record EnrolmentAnswer(string? Certificate, string? Authority);
