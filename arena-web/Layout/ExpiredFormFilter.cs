using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ArenaWeb.Layout;

/// <summary>
/// A form whose antiforgery token has run out (another person signed in on the same PC, the page was open for days) gets a page that says
/// so: status 440 inside, which the error page answers with 400.
/// </summary>
internal sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    /// <summary>The number under which the error page knows an expired form.</summary>
    public const int ExpiredForm = 440;

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = new StatusCodeResult(ExpiredForm);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
