using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Formats.Kattis;

/// <summary>
/// Points of a scoring problem in "legacy" (spec/legacy.md, "Default grader"), as groups with a way to add up. Points of a test whose
/// group is rejected count in the group around it as long as that one is accepted, and only the points of an accepted root count.
/// </summary>
internal sealed class KattisScores
{
    private readonly PackageDraft _draft;
    private readonly KattisFolder _root;
    private readonly KattisFolder _secret;
    private readonly IReadOnlyList<KattisFolder> _folders;
    private readonly bool _hasScores;

    private KattisScores(PackageDraft draft, KattisFolder root, KattisFolder secret, bool hasScores)
    {
        (_draft, _root, _secret, _hasScores) = (draft, root, secret, hasScores);
        _folders = secret.Folders.Count > 0 ? secret.Folders : [secret];
    }

    /// <exception cref="ImportException">The points cannot be said in our way.</exception>
    public static void Add(PackageDraft draft, KattisFolder root, bool hasScores, GroupDrafts groups)
    {
        if (root.Folders.FirstOrDefault(part => part.Name == "secret") is not { } secret || !secret.All.Any())
        {
            throw new ImportException("import.kattis.noSecret");
        }

        var scores = new KattisScores(draft, root, secret, hasScores);
        scores.Refuse();
        var dialect = scores.Dialect();
        groups.Score(scores.Groups(dialect), scores.Total(dialect));
    }

    /// <summary>Whether the secret tests are accepted only if all of them are; the root looks at their result, not at the tests.</summary>
    private bool NeedsAll => _secret.Grading.NeedsAll;

    private bool HasSamples => _root.Folders.Any(part => part.Name == "sample" && part.All.Any());

    private void Refuse()
    {
        if (_secret.Folders.Count > 0 && _secret.Tests.Count > 0)
        {
            throw new ImportException("import.kattis.mixedGroups");
        }

        foreach (var nested in _folders.SelectMany(folder => folder.Folders.SelectMany(inner => inner.Whole)))
        {
            if (nested.Grades || nested.Grading.Score == Aggregation.Average)
            {
                throw new ImportException("import.kattis.nestedGroups", nested.Path);
            }
        }

        if (_secret.Folders.Count > 0 && _secret.Grading.Score == Aggregation.Max)
        {
            throw new ImportException("import.kattis.bestGroup");
        }

        if (HasSamples && !_root.Grading.IgnoresSample && _root.Grading.Score is Aggregation.Min or Aggregation.Average)
        {
            throw new ImportException("import.kattis.sampleAggregate");
        }

        if (
            HasSamples
            && !_root.Grading.IgnoresSample
            && _root.Folders.First(part => part.Name == "sample") is { Grading.AcceptScore: > 0 }
        )
        {
            _draft.Warning("import.kattis.samplePoints");
        }
    }

    /// <summary>As the importer wishes; else the one that the given ranges fit; else Kattis' own.</summary>
    private PointsDialect Dialect()
    {
        if (_draft.Points != PointsDialect.None)
        {
            return _draft.Points;
        }

        var (kattis, domjudge) = (Full(PointsDialect.Kattis), Full(PointsDialect.Domjudge));
        if (_hasScores || kattis == domjudge && !NeedsAll)
        {
            return PointsDialect.Kattis;
        }

        var most = _secret.OwnMost ?? _root.OwnMost;
        var fits =
            kattis == domjudge ? PointsDialect.None
            : most == kattis || Fits(PointsDialect.Kattis) ? PointsDialect.Kattis
            : most == domjudge || Fits(PointsDialect.Domjudge) ? PointsDialect.Domjudge
            : PointsDialect.None;
        if (fits == PointsDialect.None)
        {
            _draft.Warning(NeedsAll ? "import.kattis.twoDialectsNeedAll" : "import.kattis.twoDialects", kattis, domjudge);
        }
        else
        {
            _draft.Understood("import.kattis.dialect", fits, fits == PointsDialect.Kattis ? kattis : domjudge);
        }

        return fits == PointsDialect.None ? PointsDialect.Kattis : fits;
    }

    private bool Fits(PointsDialect dialect) => _folders.All(folder => folder.OwnMost is { } most && most == Max(folder, dialect));

    private decimal Full(PointsDialect dialect) =>
        _secret.Folders.Count == 0
            ? Max(_secret, dialect)
            : _secret.Grading.Score switch
            {
                Aggregation.Min => _folders.Min(folder => Max(folder, dialect)),
                Aggregation.Average => _folders.Average(folder => Max(folder, dialect)),
                _ => _folders.Sum(folder => Max(folder, dialect)),
            };

    private decimal Max(KattisFolder folder, PointsDialect dialect)
    {
        if (_hasScores)
        {
            return folder.OwnMost
                ?? (_folders.Count == 1 ? folder.Grading.Most : null)
                ?? throw new ImportException("import.kattis.noRange", folder.Path);
        }

        return folder.Grading.AcceptScore
            * (folder.Grading.Score == Aggregation.Sum && dialect == PointsDialect.Kattis ? folder.All.Count() : 1);
    }

    private IReadOnlyList<GroupDraft> Groups(PointsDialect dialect)
    {
        var part = _secret.Folders.Count > 0 && _secret.Grading.Score == Aggregation.Average ? _folders.Count : 1;
        var asKattis = dialect == PointsDialect.Kattis;
        var groups = new List<GroupDraft>();
        foreach (var folder in _folders)
        {
            var isWhole = folder == _secret && asKattis && NeedsAll && !_hasScores;
            groups.Add(
                new GroupDraft(
                    folder == _secret ? "" : folder.Name,
                    Max(folder, dialect) / part,
                    isWhole ? Aggregation.PassFail : Rule(folder)
                )
                {
                    Stops = folder.Grading.Stops,
                    Requires =
                    [
                        .. asKattis && HasSamples && !_root.Grading.IgnoresSample && _root.Grading.NeedsAll ? (string[])["sample"] : [],
                        .. Before(folder),
                    ],
                }
            );
        }

        return groups;
    }

    /// <summary>Where the secret tests stop at the first group that fails, each group needs those before it.</summary>
    private IEnumerable<string> Before(KattisFolder folder) =>
        _secret.Grading.Stops && !NeedsAll
            ? _folders.TakeWhile(other => other != folder).Where(other => other.Grading.NeedsAll).Select(other => other.Name)
            : [];

    /// <summary>
    /// The average of n tests is the sum of tests that have an n-th of the points each; the least of all or nothing is all or nothing.
    /// </summary>
    private Aggregation Rule(KattisFolder folder) =>
        folder.Grading.Score switch
        {
            Aggregation.Min => _hasScores ? Aggregation.Min : Aggregation.PassFail,
            Aggregation.Max => Aggregation.Max,
            _ => Aggregation.Sum,
        };

    private Aggregation Total(PointsDialect dialect)
    {
        if (NeedsAll && dialect == PointsDialect.Kattis)
        {
            if (!_hasScores)
            {
                return Aggregation.PassFail;
            }

            _draft.Warning("import.kattis.failsWhole");
        }

        return _secret.Folders.Count > 0 && _secret.Grading.Score == Aggregation.Min ? Aggregation.Min : Aggregation.Sum;
    }
}
