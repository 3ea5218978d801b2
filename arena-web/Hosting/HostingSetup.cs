using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;

namespace ArenaWeb.Hosting;

/// <summary>What every program on a network needs, whatever it is for: settings, logs, limits, compression, an orderly end.</summary>
internal static class HostingSetup
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <exception cref="WrongSettingException">A setting is wrong.</exception>
    public static ArenaOptions AddHosting(this WebApplicationBuilder builder)
    {
        var options = ArenaSettings.Read(builder.Configuration);
        builder.AddLogs(options);
        builder.Services.AddSingleton(options);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddResponseCompression(Compression);
        builder.Services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<ForwardedHeadersOptions>(headers => Believe(headers, options));
        builder.Services.Configure<HostOptions>(static host =>
        {
            // Open pages are let go at once; a judge has finished or given back what it holds before (StoppingAsync).
            host.ShutdownTimeout = TimeSpan.FromSeconds(15);
            host.ServicesStopConcurrently = true;
        });
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits);
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        return options;
    }

    /// <summary>Makes sure that somebody can sign in; after the database and its tables, which it fills.</summary>
    public static IServiceCollection AddFirstPeople(this IServiceCollection services, ArenaOptions options) =>
        options.Demo ? services.AddHostedService<DemoContest>() : services.AddHostedService<FirstOrganiser>();

    /// <summary>The outermost steps of every request.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ArenaOptions>().TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseWhen(static context => HttpMethods.IsGet(context.Request.Method), static pages => pages.UseResponseCompression());
        return app;
    }

    /// <summary>After routing, whose patterns it logs.</summary>
    public static WebApplication UseRequestLog(this WebApplication app, IReadOnlySet<string> probes)
    {
        var log = app.Services.GetRequiredService<Serilog.ILogger>();
        app.UseSerilogRequestLogging(options => RequestLog.Configure(options, log, probes));
        return app;
    }

    /// <summary>
    /// Only answers to GET are compressed, over https too: the length of a compressed page can betray a secret in it when a stranger
    /// chooses another part of it. Our cookie does not come along with a stranger's POST, a form's token is other letters each time, and no
    /// page repeats words of its address beside a secret.
    /// </summary>
    private static void Compression(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    }

    private static void Believe(ForwardedHeadersOptions headers, ArenaOptions options)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.KnownIPNetworks.Clear();
        headers.KnownProxies.Clear();
        foreach (var proxy in ArenaSettings.Proxies(options))
        {
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }

    /// <summary>Sizes no page of ours needs more than; nothing is limited per address, since a school shares one.</summary>
    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = 1 << 20;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestLineSize = 4 << 10;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 20_000;
    }
}
