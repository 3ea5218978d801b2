using ArenaWeb.Staff;

namespace ArenaWeb.Tests.Staff;

public sealed class SchoolLoginTests
{
    [Theory]
    [InlineData("co.hanh@truong.hcm.edu.vn")]
    [InlineData("CO.HANH@HCM.EDU.VN")]
    [InlineData("hanh@thcs-nguyendu.edu.vn")]
    [InlineData("to-chuc")]
    public void Addresses_of_schools_and_plain_names_pass(string login) => Assert.True(SchoolLogin.IsAllowed(login));

    [Theory]
    [InlineData("hanh@notedu.vn")]
    [InlineData("hanh@hcm.edu.vn.evil.com")]
    [InlineData("hanh@edu.vn")]
    [InlineData("hanh@hcm.edu.vn@evil.com")]
    [InlineData("hanh@hcm.xedu.vn")]
    [InlineData("hanh@.edu.vn")]
    [InlineData("hanh@hcm.edu.vn.")]
    [InlineData("hanh@hcm\u200b.edu.vn")]
    [InlineData("@hcm.edu.vn")]
    [InlineData("hanh@gmail.com")]
    public void Other_addresses_do_not(string login) => Assert.False(SchoolLogin.IsAllowed(login));
}
