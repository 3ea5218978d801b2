using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>From a form to a contest and back. Pure.</summary>
internal static class ContestFormRule
{
    /// <summary>Contests are planned for this year and the next.</summary>
    private const int YearsAhead = 2;

    /// <returns>The contest when nothing is wrong with the form.</returns>
    public static (Contest? Contest, IReadOnlyList<FormFault> Faults) Read(ContestForm form, ContestId id)
    {
        var faults = new List<FormFault>();
        void Fault(string field, string key) => faults.Add(new(field, key));
        DateTimeOffset Moment(string field, string? text)
        {
            var typed = TypedMoment.Read(text);
            if (typed.Moment is null)
            {
                faults.Add(new(field, $"moment.flaw.{typed.Flaw}", typed.Date));
            }

            return typed.Moment ?? default;
        }
        int? Whole(string field, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text) && NumberInput.Whole(text) is null)
            {
                Fault(field, "admin.flaw.Whole");
            }

            return NumberInput.Whole(text);
        }

        var way = ScoringWay.Named(form.Scoring) ?? new(ScoringStyle.None, Counting.Best);
        var usualPenalty = ContestRule.UsualPenalty(way.Scoring);
        var contest = new Contest
        {
            Id = id,
            Code = TypedText.Fold(form.Code),
            Names = Names(form),
            Scoring = way.Scoring,
            Counting = way.Counting,
            Start = Moment(nameof(form.Start), form.Start),
            End = Moment(nameof(form.End), form.End),
            FreezeAt = string.IsNullOrWhiteSpace(form.FreezeAt) ? null : Moment(nameof(form.FreezeAt), form.FreezeAt),
            Duration = Whole(nameof(form.Duration), form.Duration) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Feedback = Named<Feedback>(form.Feedback),
            AttemptsLimit = Whole(nameof(form.AttemptsLimit), form.AttemptsLimit),
            PenaltyMinutes = way.HasPenalty ? Whole(nameof(form.PenaltyMinutes), form.PenaltyMinutes) ?? usualPenalty : usualPenalty,
            Languages = [.. form.Languages.Order(StringComparer.Ordinal)],
            Problems = Problems(form, Fault),
        };
        foreach (var flaw in ContestRule.Flaws(contest))
        {
            if (!faults.Any(fault => Hides(fault, flaw)))
            {
                Fault(FieldOf(flaw), $"admin.flaw.{flaw}");
            }
        }
        return (faults.Count == 0 ? contest : null, faults);
    }

    /// <summary>The field that a flaw is shown at.</summary>
    public static string FieldOf(ContestFlaw flaw) =>
        flaw switch
        {
            ContestFlaw.Code or ContestFlaw.CodeTaken => nameof(ContestForm.Code),
            ContestFlaw.Name => nameof(ContestForm.NameVi),
            ContestFlaw.Scoring or ContestFlaw.Counting => nameof(ContestForm.Scoring),
            ContestFlaw.Window or ContestFlaw.WindowHandedIn => nameof(ContestForm.End),
            ContestFlaw.Freeze => nameof(ContestForm.FreezeAt),
            ContestFlaw.Duration => nameof(ContestForm.Duration),
            ContestFlaw.AttemptsLimit => nameof(ContestForm.AttemptsLimit),
            ContestFlaw.Penalty => nameof(ContestForm.PenaltyMinutes),
            ContestFlaw.ResultsAreOut => nameof(ContestForm.Seen),
            _ => nameof(ContestForm.Problems),
        };

    /// <summary>
    /// Moments that are rather a slip than meant, each to be asked back once: in the past, or more than two years ahead. Sets
    /// <see cref="ContestForm.Asked"/>.
    /// </summary>
    /// <param name="before">Its moments are in no doubt; null: the contest is new.</param>
    public static IReadOnlyList<FormFault> Doubts(ContestForm form, Contest? before, DateTimeOffset now)
    {
        (string Field, string? Typed, DateTimeOffset? Old)[] fields =
        [
            (nameof(form.Start), form.Start, before?.Start),
            (nameof(form.End), form.End, before?.End),
            (nameof(form.FreezeAt), form.FreezeAt, before?.FreezeAt),
        ];
        var unlikely = (
            from field in fields
            let moment = TypedMoment.Read(field.Typed).Moment
            where moment is not null && (field.Old is not { } old || VietnamTime.ForInput(old) != VietnamTime.ForInput(moment.Value))
            where moment < now || moment > now.AddYears(YearsAhead)
            select (field.Field, Moment: moment.Value)
        ).ToList();
        form.Asked = unlikely.Count == 0 ? null : string.Join('/', unlikely.Select(one => one.Moment.ToUnixTimeMilliseconds()));
        return form.Asked is null || form.Asked == form.Sure
            ? []
            :
            [
                .. unlikely.Select(one => new FormFault(
                    one.Field,
                    one.Moment < now ? "moment.doubt.Past" : "moment.doubt.Far",
                    VietnamTime.ForInput(one.Moment)
                )),
            ];
    }

    /// <summary>The form that says what a contest is.</summary>
    public static ContestForm Write(Contest contest) =>
        new()
        {
            Seen = Stamp(contest),
            Code = contest.Code,
            NameVi = contest.Names.GetValueOrDefault("vi"),
            NameEn = contest.Names.GetValueOrDefault("en"),
            Scoring = ScoringWay.Of(contest).Name,
            Start = VietnamTime.ForInput(contest.Start),
            End = VietnamTime.ForInput(contest.End),
            FreezeAt = contest.FreezeAt is { } freeze ? VietnamTime.ForInput(freeze) : null,
            Duration = ((long?)contest.Duration?.TotalMinutes)?.ToString(CultureInfo.InvariantCulture),
            Feedback = contest.Feedback.ToString(),
            AttemptsLimit = contest.AttemptsLimit?.ToString(CultureInfo.InvariantCulture),
            PenaltyMinutes = contest.HasPenalty ? contest.PenaltyMinutes.ToString(CultureInfo.InvariantCulture) : null,
            Languages = [.. contest.Languages],
            Problems = [.. contest.Problems.Select(Line)],
        };

    /// <summary>Changes with anything in the contest, so that a form that lay open while others changed it is known.</summary>
    public static string Stamp(Contest contest) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(contest)).AsSpan(0, 8));

    /// <summary>Fields show whole seconds; a moment that still reads as before is the moment before, to the millisecond.</summary>
    public static Contest WithMomentsOf(Contest before, Contest typed)
    {
        return typed with
        {
            Start = Finer(typed.Start, before.Start),
            End = Finer(typed.End, before.End),
            FreezeAt = typed.FreezeAt is { } freeze ? Finer(freeze, before.FreezeAt ?? freeze) : null,
            CopyOf = before.CopyOf,
        };

        static DateTimeOffset Finer(DateTimeOffset moment, DateTimeOffset old) =>
            VietnamTime.ForInput(moment) == VietnamTime.ForInput(old) ? old : moment;
    }

    private static ContestForm.ProblemLine Line(ContestProblem problem) =>
        new()
        {
            Name = problem.Problem,
            Chosen = true,
            Label = problem.Label,
            Points = NumberInput.Shown(problem.Points),
        };

    private static Dictionary<string, string> Names(ContestForm form)
    {
        var names = new Dictionary<string, string> { ["vi"] = Folding.Squeeze(form.NameVi ?? "") };
        if (!string.IsNullOrWhiteSpace(form.NameEn))
        {
            names["en"] = Folding.Squeeze(form.NameEn);
        }

        return names;
    }

    /// <summary>The chosen ones by their labels, BAI2 before BAI10.</summary>
    private static List<ContestProblem> Problems(ContestForm form, Action<string, string> fault)
    {
        var chosen = new List<ContestProblem>();
        foreach (var (at, line) in form.Problems.Index())
        {
            if (!line.Chosen || line.Name is null)
            {
                continue;
            }

            var points = NumberInput.Number(line.Points);
            if (points is null)
            {
                fault($"{nameof(form.Problems)}[{at}].{nameof(line.Points)}", "admin.flaw.Number");
            }

            chosen.Add(new(TypedText.Fold(line.Label), line.Name, points ?? 1));
        }
        return [.. chosen.Order(ContestProblem.ByLabel)];
    }

    private static T Named<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : default;

    /// <summary>A window without its moments is not said to be the wrong way round as well.</summary>
    private static bool Hides(FormFault fault, ContestFlaw flaw) =>
        flaw switch
        {
            ContestFlaw.Window => fault.Field is nameof(ContestForm.Start) or nameof(ContestForm.End),
            ContestFlaw.Freeze => fault.Field is nameof(ContestForm.Start) or nameof(ContestForm.End) or nameof(ContestForm.FreezeAt),
            ContestFlaw.Duration => fault.Field is nameof(ContestForm.Start) or nameof(ContestForm.End) or nameof(ContestForm.Duration),
            _ => false,
        };
}
