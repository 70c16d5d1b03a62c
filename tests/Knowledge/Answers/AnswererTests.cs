using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Answers;
using Outcome = PolicyBot.Knowledge.Policies.Outcome;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Answers;

public sealed class AnswererTests
{
    private const string Wujiang = "320509";

    [Fact]
    public void NoTextMakesItThrowAndEveryLineOfAnAnswerStandsVerbatimInItsGuide() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SomeText.Arbitrary, text =>
            new[] { null, Wujiang, "220281", "110000", "not a place" }.All(place => IsSound(Answering.Ask(text, place)))));

    [Fact]
    public void AnAnswerHasOneLineForEachCitation()
    {
        var answer = Answering.Ask("零星报销要什么材料", Wujiang).Answer!;

        Assert.Equal(answer.Text, string.Join('\n', answer.Citations.Select(cite => cite.Quote)));
        Assert.All(answer.Citations, cite => Assert.EndsWith("3.报销材料", cite.Section));
    }

    [Fact]
    public void TheNumberOfAListItemIsSaidOnlyAmongItsNeighbours()
    {
        var alone = Answering.Ask("住院报销要带啥", Wujiang).Answer!;
        var list = Answering.Ask("长期异地就医备案要什么材料", "220281").Answer!;

        Assert.StartsWith("住院报销需出具", alone.Text);
        Assert.StartsWith("（2）住院报销需出具", alone.Citations[0].Quote);
        Assert.Contains("\n3.异地安置认定材料", list.Text);
    }

    [Fact]
    public void AnAnswerComesWithItsPassagesAndTheirGuide()
    {
        var result = Answering.Ask("承诺书有效期多长", Wujiang);

        Assert.NotEmpty(result.Passages);
        Assert.All(result.Passages, passage =>
        {
            Assert.Equal("wujiang-medical", passage.Guide);
            Assert.Equal("苏州市吴江区参保人员异地就医备案业务宣传", passage.Title);
            Assert.True(passage.InForce);
        });
        Assert.True(result.Passages.Count <= 5);
    }

    [Fact]
    public void WithoutAPlaceItIsAskedForFirst()
    {
        var result = Answering.Ask("异地就医备案要什么材料");

        Assert.Equal(AnswerStatus.NeedPlace, result.Status);
        Assert.Null(result.Answer);
        Assert.Empty(result.Passages);
    }

    [Theory]
    [InlineData("320500")]
    [InlineData("320000")]
    public void APlaceTooWideForAGuideIsAskedForMoreFinely(string place) =>
        Assert.Equal(AnswerStatus.NeedPlace, Answering.Ask("异地就医备案要什么材料", place).Status);

    [Theory]
    [InlineData("110000", "北京市")]
    [InlineData("320508", "姑苏区")]
    public void WhereNoLocalGuideIsHeldTheGeneralOneAnswersAndSaysSo(string place, string name)
    {
        var result = Answering.Ask("跨省住院备案要什么材料", place);

        Assert.Equal(AnswerStatus.Answered, result.Status);
        Assert.True(result.General);
        Assert.Equal(name, result.NoGuideFor);
        Assert.All(result.Answer!.Citations, cite => Assert.Equal("national-medical", cite.Guide));
        Assert.All(result.Passages, passage => Assert.False(passage.InForce));
    }

    [Theory]
    [InlineData("在外省看门诊怎么备案", "510100")]
    [InlineData("去绵阳住院备案要什么材料", "510100")]
    [InlineData("省内住院备案要什么材料", "510100")]
    [InlineData("去香港住院备案要什么材料", "510100")]
    public void TheGeneralGuideSpeaksOnlyOfInpatientCareInAnotherProvince(string text, string place)
    {
        var result = Answering.Ask(text, place);

        Assert.Equal(AnswerStatus.NotFound, result.Status);
        Assert.Equal("成都市", result.NoGuideFor);
        Assert.Empty(result.Passages);
    }

    [Theory]
    [InlineData("苏州其他区的医保，跨省住院备案要什么材料")]
    [InlineData("苏州医保，不是吴江的，跨省住院备案要什么材料")]
    public void WhoIsElsewhereInAWidePlaceIsNotAskedForAFinerOne(string text)
    {
        var result = Answering.Ask(text);

        Assert.True(result.General, result.Status.ToString());
        Assert.Equal("苏州市", result.NoGuideFor);
    }

    [Theory]
    [InlineData("承诺书过期没补材料会怎样", "江苏省苏州市吴江区", "wujiang-medical")]
    [InlineData("工伤转诊路费报不报", "吉林省长春市", "changchun-work-injury")]
    [InlineData("在江门住院超过60天怎么办", "广东省江门市", "jiangmen-medical")]
    public void WithoutAPlaceARuleThatOneGuideAloneHasIsToldAsThatPlaces(string text, string place, string guide)
    {
        var result = Answering.Ask(text);

        Assert.Equal(AnswerStatus.Answered, result.Status);
        Assert.Equal(place, result.RulesOf);
        Assert.All(result.Answer!.Citations, cite => Assert.Equal(guide, cite.Guide));
    }

    [Theory]
    [InlineData("工伤备案要什么材料", "320509")]
    [InlineData("深圳工伤去外地治要备案吗", null)]
    public void WorkInjuryIsNeverAnsweredFromAMedicalGuide(string text, string? place)
    {
        var result = Answering.Ask(text, place);

        Assert.Equal(AnswerStatus.NotFound, result.Status);
        Assert.NotNull(result.NoGuideFor);
    }

    [Fact]
    public void ADistrictIsGivenItsOwnNumbersAndTheHours()
    {
        var result = Answering.Ask("江门开平备案打哪个电话，几点有人");

        Assert.Contains("开平市：备案电话 2256983，咨询电话 2212028", result.Answer!.Text);
        Assert.Contains("工作日上午8:30至12:00,下午14:30至17:30", result.Answer.Text);
        Assert.DoesNotContain("台山市", result.Answer.Text);
        Assert.Contains(result.Contacts, contact => contact.Phone == "2256983");
        Assert.DoesNotContain(result.Contacts, contact => contact.Phone == "5513895");
    }

    [Theory]
    [InlineData("长春工伤去吉林市住院要交什么材料", "工伤认定决定书", "居住地为非户籍所在地的须提供居住证或居住证明", "《工伤保险异地就医（康复）直接结算备案表》")]
    [InlineData("吴江零星报销住院要带什么", "居民身份证或社会保障卡、医院收费票据、诊断证明或出院小结、住院费用清单")]
    [InlineData("吉林三档待遇分别是多少", "本地就医支付比例。包括", "降低10个百分点", "降低20个百分点")]
    [InlineData("在江门住院超过60天怎么办", "办理市外异地住院延期申请手续")]
    [InlineData("承诺书过期没补材料会怎样", "承诺制备案在到期后次日自动失效")]
    [InlineData("吉林参保忘了备案出院了还能报吗", "结算后补办异地就医备案手续的,可向经办机构申请医保手工报销")]
    [InlineData("工伤转诊路费报不报", "由参保地经办机构按照相关政策规定审核报销")]
    [InlineData("江门备案有哪几种情形", "因病情复杂、危重", "连续工作半年以上的职工身份参保人", "患急病住院的情形")]
    public void WhatTheGuideSaysOfItIsSaid(string text, params string[] points)
    {
        var answer = Answering.Ask(text).Answer;

        Assert.All(points, point => Assert.Contains(point, answer?.Text));
    }

    [Theory]
    [InlineData("北京公积金怎么提取")]
    [InlineData("今天股票怎么样")]
    [InlineData("我得了肺癌还能活多久")]
    [InlineData("健身卡怎么办理")]
    [InlineData("演唱会门票怎么退")]
    [InlineData("孩子发烧怎么办")]
    public void WhatNoGuideIsAboutIsRefused(string text) =>
        Assert.All([null, Wujiang, "220100", "440700"], place => Assert.Equal(AnswerStatus.NotFound, Answering.Ask(text, place).Status));

    [Fact]
    public void TheHalfOfAQuestionThatTheGuideHasIsAnswered() =>
        Assert.Contains("便民服务中心医保窗口办理", Answering.Ask("去哪里办备案，电话多少", Wujiang).Answer?.Text);

    [Fact]
    public void WhatAFormOffersToChooseFromIsFound() =>
        Assert.Equal("会诊专家意见（转诊转院填写）：转诊原因：□无法诊断 □无法治疗", Answering.Ask("工伤备案表里转诊原因有哪几个选项", "220100").Answer?.Text);

    [Fact]
    public void WhatIsFilledInOnAFormIsFoundAndPollutesNothingElse()
    {
        var form = Answering.Ask("备案表上要填什么", "220100", "work-injury").Answer!;

        Assert.Contains("工伤职工基本信息：姓名、性别、身份证号码、工伤部位、工作单位、联系电话", form.Text);
        Assert.Contains("参保地经办机构意见", form.Text);
        Assert.DoesNotContain("经办人", form.Text);
        Assert.DoesNotContain("□", Answering.Ask("工伤备案要什么材料", "220100").Answer!.Text);
    }

    [Fact]
    public void ACodeThatWasMergedIsItsSuccessor() =>
        Assert.Equal(AnswerStatus.Answered, Answering.Ask("备案有效期多长", "320584").Status);

    [Fact]
    public void ThePlaceInTheTextGoesBeforeTheOneOfTheConversation() =>
        Assert.All(
            Answering.Ask("吉林省参保的，转诊备案要哪些材料", Wujiang).Answer!.Citations,
            cite => Assert.Equal("jilin-medical", cite.Guide));

    [Fact]
    public void AnotherSchemeHasNoGuideThere() =>
        Assert.Equal(AnswerStatus.NotFound, Answering.Answerer.Answer(new Question(
            "异地就医备案要什么材料", new Situation { Scheme = "work-injury", InsuredPlace = Wujiang, AsOf = Answering.Day })).Status);

    [Fact]
    public void WhatIsNotFoundComesWithNearQuestionsAndWhomToAsk()
    {
        var result = Answering.Ask("公积金怎么提取", Wujiang);

        Assert.Equal(3, result.Suggestions.Count);
        Assert.Contains(result.Contacts, contact => contact.Address == "苏州市吴江区开平路300号" && contact.Cite is not null);
    }

    [Fact]
    public void AQuestionThatStatesEnoughIsDetermined()
    {
        var result = Answering.Ask("我是吴江的，去上海青浦区看病要备案吗");

        Assert.Equal(AnswerStatus.Answered, result.Status);
        Assert.Equal(Outcome.Exempt, result.Determination?.Outcome);
        Assert.Contains("★长三角示范区免备案", result.Answer!.Text);
    }

    [Fact]
    public void AQuestionAboutSomethingElseIsNotDeterminedAlthoughItNamesACarePlace() =>
        Assert.Null(Answering.Ask("我是吴江的，明天去上海青浦玩，天气怎么样").Determination);

    [Fact]
    public void SeveralQuestionsOfOneMessageAreAnsweredOneAfterTheOther()
    {
        var text = Answering.Ask("承诺书是什么意思？公积金怎么提取？外地药店能用医保吗？", Wujiang).Answer!.Text;

        Assert.Contains("有效期为15日", text);
        Assert.Contains("异地药店就医仅能使用职工医保个人账户", text);
    }

    private static bool IsSound(AnswerResult result) => result.Status == AnswerStatus.Answered
        ? result.Answer is { Citations.Count: > 0 } answer && answer.Citations.All(cite =>
            Answering.Library.Find(cite.Guide)!.Cite(cite.Quote) is not null)
        : result.Answer is null;
}
