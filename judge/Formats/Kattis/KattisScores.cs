using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Formats.Kattis;

/// <summary>Whether the package's own program that compares outputs also gives points.</summary>
internal enum ValidatorScores
{
    /// <summary>There is no such program.</summary>
    None,

    /// <summary>
    /// "custom" only, and it names the file of points: DOMjudge takes them in groups that say no "accept_score", Kattis takes none.
    /// </summary>
    Perhaps,

    /// <summary>"custom score".</summary>
    Always,
}

/// <summary>
/// Points of a scoring problem in "legacy" (spec/legacy.md, "Default Grader Specification") and as DOMjudge reads it
/// (<c>ImportProblemService::parseTestCaseGroupMeta</c>, <c>SubmissionService::maybeSetScoringResult</c>), as a tree of groups.
/// </summary>
/// <remarks>
/// Kattis: every key is inherited, and each accepted test has <c>accept_score</c>. DOMjudge: nothing is inherited, and a group of tests
/// with <c>accept_score</c> has it when all its tests are right; without, its tests have what the validator gives.
/// </remarks>
internal sealed class KattisScores
{
    private const int MostBytes = 1 << 20;

    private readonly PackageDraft _draft;
    private readonly KattisFolder _root;
    private readonly KattisFolder _secret;
    private readonly ValidatorScores _validator;
    private readonly KattisVerdicts _verdicts;
    private readonly bool _isOfDomjudge;

    private KattisScores(PackageDraft draft, KattisFolder root, KattisFolder secret, ValidatorScores validator, bool isOfDomjudge)
    {
        (_draft, _root, _secret, _validator, _isOfDomjudge) = (draft, root, secret, validator, isOfDomjudge);
        _verdicts = new KattisVerdicts(root, secret);
    }

    /// <param name="isOfDomjudge">Whether the package was made for DOMjudge, so that its reading counts where nothing else tells.</param>
    /// <exception cref="ImportException">The points cannot be said in our way.</exception>
    public static void Add(PackageDraft draft, KattisFolder root, ValidatorScores validator, GroupDrafts groups, bool isOfDomjudge)
    {
        if (root.Folders.FirstOrDefault(part => part.Name == "secret") is not { } secret || !secret.All.Any())
        {
            throw new ImportException("import.kattis.noSecret");
        }

        var scores = new KattisScores(draft, root, secret, validator, isOfDomjudge);
        scores.Refuse();
        var dialect = scores.Dialect();
        var tree = scores.Tree(dialect);
        var requires = dialect == PointsDialect.Kattis && scores._verdicts.NeedsSamples ? (string[])["sample"] : [];
        groups.Score([.. tree.Select(group => group with { Requires = [.. requires, .. group.Requires] })], scores.Total(dialect));
        scores.TellScores(dialect);
    }

    /// <summary>The file that the package's own program writes points to; null: it names none.</summary>
    /// <remarks>Headers that programs share often name it, and say nothing of what a program does.</remarks>
    public static ImportFile? WriterOfPoints(KattisSource source) =>
        source
            .Below("output_validators")
            .Concat(source.Below("output_validator"))
            .FirstOrDefault(file =>
                file.Extension is not (".h" or ".hpp")
                && file.Length < MostBytes
                && ImportFile.TextOf(file.Bytes(MostBytes))?.Contains("score.txt") == true
            );

    /// <param name="isCustom">Whether the package's own program compares outputs.</param>
    /// <param name="saysScore">Whether the package says that it gives points.</param>
    public static ValidatorScores Of(KattisSource source, bool isCustom, bool saysScore) =>
        saysScore ? ValidatorScores.Always
        : isCustom && WriterOfPoints(source) is not null ? ValidatorScores.Perhaps
        : ValidatorScores.None;

    private bool HasSamples => _root.Folders.Any(part => part.Name == "sample" && part.All.Any());

    private void Refuse()
    {
        if (Mixed(_secret) is { } mixed)
        {
            throw new ImportException("import.kattis.mixedGroups", mixed.Path);
        }

        if (!HasSamples || _root.Grading.IgnoresSample)
        {
            return;
        }

        if (_root.Grading.Score is Aggregation.Min or Aggregation.Average)
        {
            throw new ImportException("import.kattis.sampleAggregate");
        }

        if (_root.Folders.First(part => part.Name == "sample") is { Grading.AcceptScore: > 0 })
        {
            _draft.Warning("import.kattis.samplePoints");
        }
    }

    /// <summary>A group with tests beside groups; null: there is none.</summary>
    private static KattisFolder? Mixed(KattisFolder folder) =>
        folder.IsLeaf ? null
        : folder.Tests.Count > 0 ? folder
        : folder.Folders.Select(Mixed).FirstOrDefault(mixed => mixed is not null);

    /// <summary>
    /// As the importer wishes; else the one that the given ranges fit; else DOMjudge's where it was at work; else Kattis' own.
    /// </summary>
    private PointsDialect Dialect()
    {
        if (_draft.Points != PointsDialect.None)
        {
            return _draft.Points;
        }

        var (kattis, domjudge) = (Full(PointsDialect.Kattis), Full(PointsDialect.Domjudge));
        if (_validator == ValidatorScores.Perhaps && _secret.Leaves.FirstOrDefault(IsUnbounded) is { } unbounded)
        {
            throw new ImportException("import.kattis.noRange", unbounded.Path);
        }

        var losesAll = _verdicts.Rejected != Rejected.CostsNothing;
        if (_validator == ValidatorScores.Always || kattis is not { } ours || domjudge is not { } theirs || (ours == theirs && !losesAll))
        {
            return PointsDialect.Kattis;
        }

        var most = _secret.OwnMost ?? _root.OwnMost;
        var fits =
            ours == theirs ? PointsDialect.None
            : most == ours || Fits(PointsDialect.Kattis) ? PointsDialect.Kattis
            : most == theirs || Fits(PointsDialect.Domjudge) ? PointsDialect.Domjudge
            : PointsDialect.None;
        if (fits == PointsDialect.None && _isOfDomjudge)
        {
            _draft.Warning("import.kattis.ofDomjudge", theirs, ours);
            return PointsDialect.Domjudge;
        }

        if (fits == PointsDialect.None)
        {
            _draft.Warning(losesAll ? "import.kattis.twoDialectsNeedAll" : "import.kattis.twoDialects", ours, theirs);
        }
        else
        {
            _draft.Understood("import.kattis.dialect", fits, fits == PointsDialect.Kattis ? ours : theirs);
        }

        return fits == PointsDialect.None ? PointsDialect.Kattis : fits;
    }

    private bool IsUnbounded(KattisFolder folder) => Max(folder, PointsDialect.Domjudge) is null;

    private bool Fits(PointsDialect dialect) => _secret.Leaves.All(folder => folder.OwnMost is { } most && most == Max(folder, dialect));

    /// <summary>All points; null: some group's cannot be known in this reading.</summary>
    private decimal? Full(PointsDialect dialect) =>
        _secret.Leaves.All(folder => Max(folder, dialect) is not null) ? MostOf(_secret, dialect) : null;

    private decimal MostOf(KattisFolder folder, PointsDialect dialect) =>
        folder.IsLeaf
            ? Max(folder, dialect)!.Value
            : TestGroup.MostOf(Grading(folder, dialect).Score, folder.Folders.Select(inner => MostOf(inner, dialect)));

    /// <summary>Greatest points of a group of tests; null: its validator gives points, and no range says how many.</summary>
    private decimal? Max(KattisFolder folder, PointsDialect dialect)
    {
        if (GivesPoints(folder, dialect))
        {
            return folder.OwnMost ?? (_secret.Leaves.Count() == 1 ? folder.Grading.Most : null);
        }

        return dialect == PointsDialect.Domjudge
            ? folder.OwnAccept ?? folder.Grading.AcceptScore
            : folder.Grading.AcceptScore * (folder.Grading.Score == Aggregation.Sum ? folder.All.Count() : 1);
    }

    private bool GivesPoints(KattisFolder folder, PointsDialect dialect) =>
        _validator == ValidatorScores.Always
        || (_validator == ValidatorScores.Perhaps && dialect == PointsDialect.Domjudge && folder.OwnAccept is null);

    private static LegacyGrading Grading(KattisFolder folder, PointsDialect dialect) =>
        dialect == PointsDialect.Domjudge ? folder.Own : folder.Grading;

    private IReadOnlyList<GroupDraft> Tree(PointsDialect dialect)
    {
        var isWhole = dialect == PointsDialect.Kattis && _verdicts.Rejected == Rejected.CostsAll;
        if (_secret.IsLeaf)
        {
            var all = Group(_secret, dialect);
            return [isWhole && _validator != ValidatorScores.Always ? all with { Aggregation = Aggregation.PassFail } : all];
        }

        return isWhole ? [.. _secret.Folders.Select(folder => Group(folder, dialect))] : InOrder(_secret, dialect);
    }

    /// <summary>Groups of which each, where the first that fails ends them, needs those before it.</summary>
    private IReadOnlyList<GroupDraft> InOrder(KattisFolder folder, PointsDialect dialect)
    {
        List<GroupDraft> groups = [.. folder.Folders.Select(inner => Group(inner, dialect))];
        if (!Grading(folder, dialect).Stops || Grading(folder, dialect).Score == Aggregation.Min)
        {
            return groups;
        }

        var ends = folder.Folders.Select(inner => dialect == PointsDialect.Domjudge || KattisVerdicts.IsStrict(inner)).ToList();
        if (folder.Folders.SkipLast(1).Any(inner => GivesPointsBelow(inner, dialect)))
        {
            _draft.Warning("import.kattis.goesOn", folder.Path);
            return groups;
        }

        return
        [
            .. groups.Select(
                (group, at) => group with { Requires = [.. groups.Take(at).Where((_, other) => ends[other]).Select(other => other.Name)] }
            ),
        ];
    }

    private bool GivesPointsBelow(KattisFolder folder, PointsDialect dialect) => folder.Leaves.Any(inner => GivesPoints(inner, dialect));

    private GroupDraft Group(KattisFolder folder, PointsDialect dialect)
    {
        var name = folder.Path.Length > "data/secret/".Length ? folder.Path["data/secret/".Length..] : "";
        var grading = Grading(folder, dialect);
        if (!folder.IsLeaf)
        {
            return GroupDraft.Of(name, grading.Score, InOrder(folder, dialect));
        }

        var max = Max(folder, dialect) ?? throw new ImportException("import.kattis.noRange", folder.Path);
        var hasPoints = GivesPoints(folder, dialect);
        if (grading is { Score: Aggregation.Average, Stops: true } && folder.All.Count() > 1 && dialect == PointsDialect.Kattis)
        {
            throw new ImportException("import.kattis.averageOfSome", folder.Path);
        }

        return new GroupDraft(
            name,
            max,
            dialect == PointsDialect.Domjudge && !hasPoints ? Aggregation.PassFail : Rule(grading.Score, hasPoints)
        )
        {
            Stops = grading.Stops,
        };
    }

    /// <summary>
    /// The average of n tests is the sum of tests that have an n-th of the points each; the least of all or nothing is all or nothing.
    /// </summary>
    private static Aggregation Rule(Aggregation score, bool hasPoints) =>
        score switch
        {
            Aggregation.Min => hasPoints ? Aggregation.Min : Aggregation.PassFail,
            Aggregation.Max => Aggregation.Max,
            Aggregation.Average when hasPoints => Aggregation.Average,
            _ => Aggregation.Sum,
        };

    private Aggregation Total(PointsDialect dialect)
    {
        var total = _secret.IsLeaf ? Aggregation.Sum : Grading(_secret, dialect).Score;
        if (dialect == PointsDialect.Domjudge || _verdicts.Rejected == Rejected.CostsNothing)
        {
            return total;
        }

        if (_verdicts.Rejected == Rejected.CannotBeSaid)
        {
            throw new ImportException("import.kattis.verdicts");
        }

        if (_validator != ValidatorScores.Always)
        {
            return Aggregation.PassFail;
        }

        _draft.Warning("import.kattis.failsWhole");
        return total;
    }

    /// <summary>A sum of points that a validator gives is taken to be spread evenly; nothing in the package says so.</summary>
    private void TellScores(PointsDialect dialect)
    {
        foreach (var folder in _secret.Leaves.Where(folder => GivesPoints(folder, dialect)))
        {
            if (folder.All.Count() is var count and > 1 && Grading(folder, dialect).Score == Aggregation.Sum)
            {
                _draft.Warning("import.kattis.evenScores", folder.Path, count, Max(folder, dialect)!.Value / count);
            }
        }
    }
}
