using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ArenaWeb.Tests.Rosters;

/// <summary>The forms by which a list goes from step to step, as a browser without scripts sends them.</summary>
internal static class RosterForms
{
    /// <summary>What the form of a look would send; empty: there is none.</summary>
    public static Dictionary<string, List<string>> FieldsOf(Answer look) =>
        look
            .Document.QuerySelectorAll("#roster form input[type=hidden], #roster form select")
            .Select(control => (Name: control.GetAttribute("name")!, Value: ValueOf(control)))
            .GroupBy(field => field.Name)
            .ToDictionary(field => field.Key, field => field.Select(one => one.Value).ToList());

    public static async Task<Answer> PostAsync(
        Browser staff,
        string path,
        string handler,
        Dictionary<string, List<string>> fields,
        byte[]? file = null
    )
    {
        using var form = new MultipartFormDataContent();
        fields["__RequestVerificationToken"] = [Browser.HiddenFields(await staff.GetAsync(path))["__RequestVerificationToken"]];
        foreach (var (name, value) in fields.SelectMany(field => field.Value, (field, value) => (field.Key, value)))
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }

        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "Sent.Upload", "danh-sach");
        }

        using var response = await staff.Client.PostAsync($"{path}?handler={handler}", form);
        return await Answer.OfAsync(response);
    }

    private static string ValueOf(IElement control) =>
        (control is IHtmlSelectElement select ? select.Value : control.GetAttribute("value")) ?? "";
}
