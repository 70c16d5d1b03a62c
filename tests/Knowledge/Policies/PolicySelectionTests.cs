using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class PolicySelectionTests
{
    [Theory]
    [InlineData("220100", "220281")]
    [InlineData("220104", "110000")]
    [InlineData("220184", "110000")]
    [InlineData("220000", "110000")]
    public void The_scheme_is_asked_where_two_schemes_have_a_policy(string insured, string care)
    {
        var determination = Cases.Determine(null, insured, care, "reason=referral");

        Assert.Equal(FactNames.Scheme, determination.Ask!.Fact);
        Assert.NotEmpty(determination.Contacts);
    }

    [Theory]
    [InlineData(null, "220281", "jilin-medical")]
    [InlineData(null, "320509", "wujiang-medical")]
    [InlineData(null, "440783", "jiangmen-medical")]
    [InlineData(null, "510100", "national-medical")]
    [InlineData(null, "320508", "national-medical")]
    [InlineData("medical", "220104", "jilin-medical")]
    [InlineData("medical", "110000", "national-medical")]
    [InlineData("work-injury", "220104", "changchun-work-injury")]
    [InlineData("work-injury", "220281", null)]
    [InlineData("work-injury", "440783", null)]
    [InlineData("medical", "810000", null)]
    public void The_policy_of_the_insured_place_and_scheme_decides(string? scheme, string insured, string? policy) =>
        Assert.Equal(policy, Cases.Determine(scheme, insured, "610100", "reason=referral").Policy);

    [Theory]
    [InlineData("medical", "320500")]
    [InlineData("medical", "440000")]
    [InlineData("work-injury", "220000")]
    public void A_place_that_only_partly_has_a_local_policy_is_asked_for_more_finely(string scheme, string insured)
    {
        var ask = Cases.Determine(scheme, insured, "610100", "reason=referral").Ask!;

        Assert.Equal(FactNames.InsuredPlace, ask.Fact);
        Assert.NotEmpty(ask.Options);
    }
}
