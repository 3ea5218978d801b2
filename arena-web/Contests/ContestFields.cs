using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ArenaWeb.Contests;

/// <summary>A page that shows the fields of a contest.</summary>
internal interface IContestFields
{
    ContestForm Form { get; }

    ProblemLibrary Library { get; }

    Languages Languages { get; }
}

/// <summary>How faults of the form reach its fields.</summary>
internal static class ContestFields
{
    public static void Show(IEnumerable<FormFault> faults, ModelStateDictionary state, Phrases words)
    {
        foreach (var fault in faults)
        {
            state.AddModelError($"{nameof(IContestFields.Form)}.{fault.Field}", words[fault.Key]);
        }
    }

    public static IReadOnlyList<FormFault> FaultsOf(ContestException refused) =>
        [.. refused.Flaws.Select(flaw => new FormFault(ContestFormRule.FieldOf(flaw), $"admin.flaw.{flaw}"))];
}
