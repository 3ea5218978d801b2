namespace Judge.Formats.Draft;

/// <summary>What a source may hold at most; everything beyond is refused before it is written.</summary>
internal sealed record ImportLimits
{
    public static ImportLimits Usual { get; } = new();

    /// <summary>Files and folders together.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>Of all files unpacked, counted while they are unpacked.</summary>
    public long Bytes { get; init; } = 2L << 30;

    /// <summary>Greatest unpacked size to packed size; counted only above <see cref="FreeBytes"/>, as honest tests pack well too.</summary>
    public int Ratio { get; init; } = 100;

    public long FreeBytes { get; init; } = 256L << 20;
}
