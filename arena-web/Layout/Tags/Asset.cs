using Microsoft.AspNetCore.Components;

namespace ArenaWeb.Layout.Tags;

/// <summary>Where a file of the client build is found, for addresses that no tag helper writes.</summary>
internal static class Asset
{
    /// <summary>With the content's hash where the endpoint knows it: browsers keep it for good and never mix versions.</summary>
    public static string Address(HttpContext context, string path)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[path] ?? path}";
    }
}
