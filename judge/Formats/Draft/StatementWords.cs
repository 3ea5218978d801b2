namespace Judge.Formats.Draft;

/// <summary>
/// What importers write into statements, in the statement's own language: part of a package from then on, so it stands in no word file.
/// </summary>
internal static class StatementWords
{
    /// <summary>Headings of formats whose statements come in parts without any.</summary>
    public const string Input = "## Dữ liệu vào";

    /// <inheritdoc cref="Input"/>
    public const string Output = "## Kết quả";

    /// <inheritdoc cref="Input"/>
    public const string Hint = "## Ghi chú";

    /// <summary>Polygon's parts in the order they are shown, with their headings in Vietnamese, English and Russian.</summary>
    public static IReadOnlyList<(string Key, string Vietnamese, string English, string Russian)> PolygonParts { get; } =
    [
        ("legend", "", "", ""),
        ("input", "Dữ liệu vào", "Input", "Входные данные"),
        ("output", "Kết quả", "Output", "Выходные данные"),
        ("interaction", "Tương tác", "Interaction", "Протокол взаимодействия"),
        ("scoring", "Cách tính điểm", "Scoring", "Система оценки"),
        ("notes", "Giải thích", "Note", "Примечание"),
    ];

    /// <summary>Stands for a statement in English that cannot be read.</summary>
    public const string OnPaper = "The statement is handed out on paper.";

    /// <summary>Stands for a statement that the source does not have.</summary>
    /// <param name="language">Such as <c>vi</c>; any other but this is answered in English.</param>
    public static string HandedOut(string language) =>
        language == "vi" ? "Đề bài được phát riêng." : "The statement is handed out separately.";
}
