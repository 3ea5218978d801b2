using System.Globalization;
using System.IO.Compression;
using ArenaWeb.Words;
using Judge.Messages;
using Judge.Problems;
using Judge.Submit;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Judgements;

/// <summary>What was handed in, as pages show it.</summary>
internal static class HandinView
{
    /// <summary>
    /// More of a text than this is not printed, and no more names of a zip than <see cref="MostNames"/>; the file itself holds all.
    /// </summary>
    private const int MostBytes = SubmitRule.MostBytes;

    private const int MostNames = 100;

    /// <summary>
    /// A larger zip is not looked into: one of millions of empty files would take the server's memory with every look at the page.
    /// </summary>
    private const int MostZipBytes = 1 << 20;

    /// <summary>What was handed in, to be read: the text or its beginning, of a zip the names in it.</summary>
    public static string Shown(byte[] handed, Phrases words)
    {
        if (SubmitRule.IsZip(handed))
        {
            return string.Join('\n', [words["problem.zip"], .. NamesIn(handed, words)]);
        }

        var text = DisplayText.Of(PlainText.Start(handed, MostBytes));
        return handed.Length > MostBytes ? $"{text}\n…" : text;
    }

    /// <summary>
    /// It is a zip, an output, or in an old encoding: no text of a program to be coloured, copied or edited, which would spoil its bytes.
    /// </summary>
    public static bool AreFiles(Submission submission, byte[] handed) =>
        submission.Kind == HandinKind.Outputs || SubmitRule.IsZip(handed) || !DisplayText.IsUtf8(handed);

    /// <summary>The name of the language, or words for outputs and blocks, which have none.</summary>
    public static string Language(Languages languages, Submission submission, Phrases words) =>
        submission.Kind switch
        {
            HandinKind.Outputs => words["problem.outputs.kind"],
            HandinKind.Blocks => words["problem.blocks.kind"],
            _ => languages.Find(submission.Language)?.Name ?? submission.Language,
        };

    /// <summary>What was handed in as a file to be saved, never opened in a page.</summary>
    public static FileContentResult Download(Submission submission, byte[] handed) =>
        new(handed, "application/octet-stream")
        {
            FileDownloadName = string.Create(
                CultureInfo.InvariantCulture,
                $"{submission.Label}-{submission.Id.Value}{(SubmitRule.IsZip(handed) ? ".zip" : ".txt")}"
            ),
        };

    private static IEnumerable<string> NamesIn(byte[] zip, Phrases words)
    {
        if (zip.Length > MostZipBytes)
        {
            return [];
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false));
            var names = archive
                .Entries.Take(MostNames)
                .Select(entry => $"{entry.FullName} · {words["problem.bytes", words.Number(entry.Length)]}")
                .ToList();
            return archive.Entries.Count > MostNames ? [.. names, "…"] : names;
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
