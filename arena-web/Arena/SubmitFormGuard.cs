using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ArenaWeb.Arena;

/// <summary>
/// Reads the form before anybody else does. One that is too large leads back to the page, which says so: the body is read to its end
/// first and thrown away, because a browser that is still sending shows a broken connection instead of an answer.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SubmitFormGuard : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Greatest body that is read as a form: a source may be refused with a sentence and the typed text kept.</summary>
    public const long MostRead = 16L << 20;

    /// <summary>Greatest body that is read and thrown away; a larger one loses its connection.</summary>
    public const long MostDrained = 128L << 20;

    /// <summary>What the page is told.</summary>
    public const string TooLarge = "lon";

    /// <summary>After the form's limits are set (900) and before the antiforgery token is looked for (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return;
        }
        if (!(request.ContentLength > MostRead) && await IsReadableAsync(request))
        {
            return;
        }
        await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
        context.Result = new LocalRedirectResult(request.PathBase + request.Path + QueryString.Create("loi", TooLarge));
    }

    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
