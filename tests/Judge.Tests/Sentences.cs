using Judge.Formats.Draft;
using Judge.Messages;

namespace Judge.Tests;

/// <summary>What the judge says, read from the word files as the command line reads them.</summary>
internal static class Sentences
{
    public static MessageCatalog InVietnamese { get; } = Of("vi");

    public static MessageCatalog InEnglish { get; } = Of("en");

    public static MessageCatalog Of(string language) => Judge.Worker.Words.Of(["--lang", language]).Catalog;

    extension(ImportLine line)
    {
        public string Vietnamese => InVietnamese[line.Text];

        public string English => InEnglish[line.Text];
    }

    extension(ImportException refused)
    {
        public string Vietnamese => InVietnamese[refused.Said];

        public string English => InEnglish[refused.Said];
    }
}
