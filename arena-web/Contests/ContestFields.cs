using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ArenaWeb.Contests;

/// <summary>How faults of the form reach its fields.</summary>
internal static class ContestFields
{
    /// <summary>Labels of the fields whose sentences name them.</summary>
    private static readonly Dictionary<string, string> Labels = new()
    {
        [nameof(ContestForm.Start)] = "admin.field.start",
        [nameof(ContestForm.End)] = "admin.field.end",
        [nameof(ContestForm.FreezeAt)] = "admin.field.freeze",
    };

    public static void Show(IEnumerable<FormFault> faults, ModelStateDictionary state, Phrases words)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(
                $"{nameof(ContestFormPage.Form)}.{fault.Field}",
                Labels.TryGetValue(fault.Field, out var label) ? words[fault.Key, words[label], fault.About] : words[fault.Key]
            );
        }
    }

    public static IReadOnlyList<FormFault> FaultsOf(ContestException refused) =>
        [.. refused.Flaws.Select(flaw => new FormFault(ContestFormRule.FieldOf(flaw), $"admin.flaw.{flaw}"))];
}
