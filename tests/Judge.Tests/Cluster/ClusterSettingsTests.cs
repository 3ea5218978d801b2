using Judge.Settings;

namespace Judge.Tests.Cluster;

public sealed class ClusterSettingsTests
{
    private const string Postgres = "Host=db";

    [Theory]
    [InlineData("", "", "", 30000)]
    [InlineData("127.0.0.1:11111", "", "", 30000)]
    [InlineData("[::1]:11111", "", "", 30000)]
    [InlineData("10.0.0.1:11111", "a.pem", "authority.pem", 30000)]
    public void These_settings_are_good(string address, string certificate, string authority, int gateway) =>
        Assert.Null(Settings(address, certificate, authority, gateway).Flaw(address.Length > 0 ? Postgres : ""));

    [Theory]
    [InlineData("arena.example:11111", "", "", 30000, "IP address and a port")]
    [InlineData("10.0.0.1", "a.pem", "authority.pem", 30000, "IP address and a port")]
    [InlineData("0.0.0.0:11111", "a.pem", "authority.pem", 30000, "the one private IP address")]
    [InlineData("10.0.0.1:11111", "", "", 30000, "./contest cluster certificates")]
    [InlineData("10.0.0.1:11111", "a.pem", "", 30000, "belong together")]
    [InlineData("127.0.0.1:11111", "", "", 0, "GatewayPort")]
    [InlineData("127.0.0.1:11111", "", "", 11111, "must differ")]
    public void A_wrong_setting_is_told_with_its_cure(string address, string certificate, string authority, int gateway, string cure) =>
        Assert.Contains(cure, Settings(address, certificate, authority, gateway).Flaw(Postgres), StringComparison.Ordinal);

    [Fact]
    public void Several_arenas_need_PostgreSQL() =>
        Assert.Contains("PostgreSQL", Settings("127.0.0.1:11111", "", "", 30000).Flaw(""), StringComparison.Ordinal);

    private static ClusterSettings Settings(string address, string certificate, string authority, int gateway) =>
        new()
        {
            Address = address,
            Certificate = certificate,
            Authority = authority,
            GatewayPort = gateway,
        };
}
