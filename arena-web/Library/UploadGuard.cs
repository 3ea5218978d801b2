using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ArenaWeb.Library;

/// <summary>
/// Reads a form with a large file before anybody else does: the file goes to <see cref="Uploads"/> as it comes, never into memory, and the
/// other fields become the request's form, in which the antiforgery token is looked for as always.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadGuard : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Greatest body that is read; a larger one loses its connection.</summary>
    public const long MostRead = 2 * Uploads.MostBytes;

    private const int MostFields = 16;
    private const int MostFieldBytes = 4 << 10;

    private static readonly object FileKey = new();

    /// <summary>After the form's limits are set (900) and before the antiforgery token is looked for (1000).</summary>
    public int Order => 950;

    /// <summary>The file that came with the request; null: none did. TooLarge: one did, but it was not kept.</summary>
    public static (KeptFile? File, bool TooLarge) FileOf(HttpContext context) =>
        context.Items.TryGetValue(FileKey, out var kept) ? (kept as KeptFile, kept is null) : (null, false);

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || request.GetMultipartBoundary() is not { Length: > 0 } boundary)
        {
            return;
        }

        try
        {
            request.Form = new FormCollection(await ReadAsync(context.HttpContext, boundary));
        }
        catch (BadHttpRequestException bad)
        {
            context.Result = new StatusCodeResult(bad.StatusCode);
        }
        catch (InvalidDataException)
        {
            context.Result = new BadRequestResult();
        }
    }

    private static async Task<Dictionary<string, StringValues>> ReadAsync(HttpContext context, string boundary)
    {
        var ct = context.RequestAborted;
        var uploads = context.RequestServices.GetRequiredService<Uploads>();
        var reader = new MultipartReader(boundary, context.Request.Body);
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } stream } file && !context.Items.ContainsKey(FileKey))
            {
                context.Items[FileKey] = await uploads.KeepAsync(file.FileName, stream, ct);
            }
            else if (section.AsFormDataSection() is { } field && fields.Count < MostFields)
            {
                fields[field.Name] = await TextAsync(section.Body, ct);
            }
            else
            {
                throw new InvalidDataException("The form has more parts than the page.");
            }
        }
        return fields;
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        var bytes = new byte[MostFieldBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length <= MostFieldBytes
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new InvalidDataException("A field of the form is too long.");
    }
}
