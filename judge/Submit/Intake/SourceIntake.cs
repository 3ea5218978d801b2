using System.IO.Compression;
using System.Text.RegularExpressions;
using Judge.Messages;
using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>Programs at the door: one source stays as it is, several lie side by side under plain names in a zip.</summary>
internal sealed partial class SourceIntake(Problem? problem, string? chosen, Languages languages)
{
    /// <summary>Key of the refusal of files whose endings nobody knows.</summary>
    public const string NoSource = "handin.noSource";

    public const int MostFiles = 20;

    /// <summary>Greatest size of all files of a zip together.</summary>
    public const long MostUnpacked = 1 << 20;

    private readonly List<Said> _remarks = [];

    public HandinDecision Decide(IReadOnlyList<HandedFile> handed)
    {
        var opened = OpenedFiles.Of(
            handed,
            MostUnpacked,
            SubmitRule.MostBytesOf(problem),
            file => file.IsTyped || file.Extension.Length == 0 || IsKnown(file)
        );
        if (opened.Refused is { } refused)
        {
            return refused;
        }

        // A file without an ending is a program only where it is all there is: else it is a note or a makefile.
        List<HandedFile> files = opened is { Files: [_], Others: [] } ? [.. opened.Files] : [.. opened.Files.Where(IsKnown)];
        if (!files.Exists(IsProgram))
        {
            var endings = string.Join(", ", Spoken().SelectMany(language => language.Extensions));
            return opened.Nothing(names => new Said(NoSource, names, endings));
        }

        var (language, refusal) = LanguageOf(files);
        if (language is null)
        {
            return new HandinDecision(null, refusal);
        }

        List<HandedFile> used = [.. files.Where(file => IsTold(file, language) || !IsProgram(file) && IsBeside(file, language))];
        var left = opened.Files.Concat(opened.Others).Except(used).Select(file => file.BaseName).ToList();
        if (left.Count > 0)
        {
            _remarks.Add(new Said("handin.leftOut", HandedFile.List(left)));
        }

        return problem is { Languages.Count: > 0 } && !problem.Languages.Contains(language.Id)
            ? HandinDecision.Refused("handin.languageNotForProblem", language.Name, string.Join(", ", Spoken().Select(known => known.Name)))
            : Decide(used, language);
    }

    private HandinDecision Decide(List<HandedFile> files, Language language)
    {
        var most = SubmitRule.MostBytesOf(problem);
        if (files.Count > MostFiles)
        {
            return HandinDecision.Refused("handin.tooManyFiles", new Said("handin.subject.files"), MostFiles);
        }

        if (files.Sum(file => file.Bytes.Length) > most)
        {
            var subject = files is [var large] ? large.Subject : new Said("handin.subject.files");
            return HandinDecision.Refused("handin.tooLarge", subject, most >> 10);
        }

        if (files.FirstOrDefault(file => Flaw(file) is not null) is { } bad)
        {
            return new HandinDecision(null, Flaw(bad));
        }

        return files is [var only]
            ? SubmitRule.IsBlank(only.Bytes.Span)
                ? HandinDecision.Refused("handin.empty", only.Subject)
                : HandinDecision.Taken(HandinKind.Program, language.Id, only.Bytes, _remarks)
            : Several(files, language);
    }

    /// <summary>Files that compilers and interpreters find by their names.</summary>
    private HandinDecision Several(List<HandedFile> files, Language language)
    {
        // The only source may bear any name, as if it had been handed in alone.
        var single = files.Count(file => MainFile.IsOf(language, file.BaseName)) == 1;
        List<HandedFile> named =
        [
            .. files.Select(file =>
                single && MainFile.IsOf(language, file.BaseName) && !IsPlain(file.BaseName)
                    ? file with
                    {
                        Name = language.Source,
                    }
                    : file with
                    {
                        Name = file.BaseName,
                    }
            ),
        ];
        if (named.Find(file => !IsPlain(file.Name)) is { } odd)
        {
            return HandinDecision.Refused("handin.badName", odd.Subject);
        }

        if (named.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return HandinDecision.Refused("handin.sameName", HandedFile.List(twice.Select(file => file.Name)));
        }

        var main = MainFile.Of([.. named.Select(file => file.Name)], language, MainFile.NameOf(problem, language));
        if (main is null && MainFile.IsEntrants(problem, language))
        {
            return HandinDecision.Refused("handin.noMain", HandedFile.List(named.Select(file => file.Name)), language.Source);
        }

        var told = named.FindAll(file => file.Name == (main ?? file.Name));
        return told.TrueForAll(file => SubmitRule.IsBlank(file.Bytes.Span))
            ? HandinDecision.Refused("handin.empty", told[0].Subject)
            : HandinDecision.Taken(HandinKind.Program, language.Id, HandinZip.Write(named, CompressionLevel.NoCompression), _remarks);
    }

    /// <summary>The ending decides; the choice where there is none, and among several. Null: then a sentence says why.</summary>
    private (Language? Language, Said? Refusal) LanguageOf(List<HandedFile> files)
    {
        var choice = chosen is null ? null : languages.Find(chosen);
        List<Language> told = [.. files.Select(file => languages.OfFile(file.BaseName)).OfType<Language>().Distinct()];
        if (told.Count == 0)
        {
            return (choice, choice is null ? new Said("handin.noLanguage", files[0].Subject) : null);
        }

        if (told.Count > 1)
        {
            return choice is not null && told.Contains(choice)
                ? (choice, null)
                : (null, new Said("handin.severalLanguages", HandedFile.List(files.Where(IsProgram).Select(file => file.BaseName))));
        }

        if (choice is not null && choice.Id != told[0].Id)
        {
            _remarks.Add(new Said("handin.byEnding", files.Find(IsProgram)!.Subject, told[0].Name, choice.Name));
        }

        return (told[0], null);
    }

    private bool IsKnown(HandedFile file) => languages.OfFile(file.BaseName) is not null || languages.All.Any(one => IsBeside(file, one));

    /// <summary>It is no mere companion of a program.</summary>
    private bool IsProgram(HandedFile file) => file.IsTyped || file.Extension.Length == 0 || languages.OfFile(file.BaseName) is not null;

    private bool IsTold(HandedFile file, Language language) =>
        IsProgram(file) && (languages.OfFile(file.BaseName)?.Id ?? language.Id) == language.Id;

    private static bool IsBeside(HandedFile file, Language language) =>
        language.Includes.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages that may be handed in.</summary>
    private IEnumerable<Language> Spoken() =>
        languages.All.Where(language => problem is not { Languages.Count: > 0 } || problem.Languages.Contains(language.Id));

    private static Said? Flaw(HandedFile file) =>
        WideText.EncodingOf(file.Bytes.Span) is { } wide ? new Said("handin.wide", file.Subject, wide)
        : SubmitRule.IsText(file.Bytes.Span) ? null
        : new Said("handin.notText", file.Subject);

    /// <summary>It is a name on every system, and a compiler can be told it.</summary>
    private static bool IsPlain(string name) => NamePattern().IsMatch(name) && !DevicePattern().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DevicePattern();
}
