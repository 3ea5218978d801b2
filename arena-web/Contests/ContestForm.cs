using Judge.Contests;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ArenaWeb.Contests;

/// <summary>A contest's rules as typed, so that a mistake costs nobody what was typed beside it.</summary>
public sealed class ContestForm
{
    /// <summary>Stamp of the contest that the form was made from; null: of none.</summary>
    public string? Seen { get; set; }

    public string? Code { get; set; }

    public string? NameVi { get; set; }

    public string? NameEn { get; set; }

    /// <summary>A <see cref="Problems.ScoringWay.Name"/>.</summary>
    public string? Scoring { get; set; } = nameof(ScoringStyle.Points);

    public string? Start { get; set; }

    public string? End { get; set; }

    public string? FreezeAt { get; set; }

    /// <summary>Minutes of each pupil's own clock; empty: all start with the window.</summary>
    public string? Duration { get; set; }

    public string? Feedback { get; set; } = nameof(Judge.Contests.Feedback.Tests);

    public string? AttemptsLimit { get; set; }

    /// <summary>Empty: what is usual under the scoring. Not looked at where the scoring has no penalty.</summary>
    public string? PenaltyMinutes { get; set; }

    /// <summary><see cref="Asked"/> of the page on which the organiser ticked that unlikely moments are meant.</summary>
    public string? Sure { get; set; }

    /// <summary>Unlikely moments in milliseconds, for the page to ask back; null: there are none.</summary>
    [BindNever]
    public string? Asked { get; set; }

    /// <summary>None chosen: all.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Words to find problems of the library by.</summary>
    public string? Find { get; set; }

    /// <summary>The words that the page shows problems of.</summary>
    public string? Found { get; set; }

    /// <summary>The page of what was found, from 1.</summary>
    public string? Page { get; set; }

    /// <summary>The chosen ones in their order, then those of the library that were found, as far as the page shows them.</summary>
    public List<ProblemLine> Problems { get; set; } = [];

    /// <summary>One problem of the library and its place in the contest.</summary>
    public sealed class ProblemLine
    {
        public string? Name { get; set; }

        public bool Chosen { get; set; }

        public string? Label { get; set; }

        public string? Points { get; set; }
    }
}

/// <summary>What is wrong with a form: the field, and the key of the sentence.</summary>
/// <param name="About">What the sentence speaks of beside the field, such as a date; null: nothing.</param>
internal sealed record FormFault(string Field, string Key, string? About = null);
