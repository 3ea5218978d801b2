using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using ArenaWeb.Words;

namespace ArenaWeb.Boards;

/// <summary>A board's rows made ready for everybody: as HTML, as bytes, as brotli; made once a change and language.</summary>
/// <param name="View">What it was made from; its rows are those of <paramref name="Html"/>.</param>
/// <param name="Tag">Digest of the bytes: the same content has the same tag on every node.</param>
internal sealed record RenderedBoard(BoardView View, string Html, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, string Tag)
{
    /// <summary>Smallest for the milliseconds it takes: 244 KB of rows become about 20 KB.</summary>
    private const int Quality = 5;

    private const int Window = 22;

    public static RenderedBoard Of(BoardView view, Phrases words, string sprite, HtmlEncoder encoder)
    {
        using var writer = new StringWriter();
        new BoardRows(view, words, sprite).WriteTo(writer, encoder);
        var html = writer.ToString();
        var plain = Encoding.UTF8.GetBytes(html);
        return new(view, html, plain, Compress(plain), Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12)));
    }

    private static ReadOnlyMemory<byte> Compress(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window)
            ? packed.AsMemory(0, length).ToArray()
            : throw new InvalidOperationException("The buffer for a board is too small.");
    }
}
