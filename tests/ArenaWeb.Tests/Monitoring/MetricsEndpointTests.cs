using System.Net;
using ArenaWeb.Monitoring;
using Microsoft.AspNetCore.Http;

namespace ArenaWeb.Tests.Monitoring;

public sealed class MetricsEndpointTests
{
    private const string Token = ArenaFixture.MetricsToken;

    [Theory]
    [InlineData("127.0.0.1", "", true)]
    [InlineData("::1", "", true)]
    [InlineData("192.168.1.7", "", false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    public void Without_a_token_only_this_machine_may_read(string address, string header, bool may)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        if (header.Length > 0)
        {
            context.Request.Headers[header] = "for=10.0.0.1";
        }

        Assert.Equal(may, MetricsEndpoint.MayRead(context, ""));
    }

    [Theory]
    [InlineData("Bearer " + Token, true)]
    [InlineData("bearer " + Token, true)]
    [InlineData("Bearer " + Token + "x", false)]
    [InlineData("Bearer ", false)]
    [InlineData("", false)]
    public void With_a_token_only_its_bearer_may_read(string authorization, bool may)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        context.Request.Headers.Authorization = authorization;
        Assert.Equal(may, MetricsEndpoint.MayRead(context, Token));
    }
}
