using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>The main job with the real desk, filing service, uploads and SQLite state, over HTTP on this machine.</summary>
public sealed class RealFilingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task TheFilingIsAtTheAgencyOnceUnderItsNumber()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FilingHost.StartAsync(folder, new ManualClock(Some.Morning), RealKnowledge.Determiner);
        var uploads = host.Services.GetRequiredService<IUploadStore>();
        var conversation = new Conversation(
            host.Services.GetRequiredService<Microsoft.Bot.Builder.IStorage>(),
            services => services.AddSingleton(host.Desk).AddSingleton(uploads));
        var card = await UploadAsync(uploads, "社保卡.jpg");
        var permit = await UploadAsync(uploads, "居住证.jpg");

        var talk = new Talk(output, conversation);
        await talk.ToTheDocumentsAsync();
        await talk.PlayAsync($"""
            人: 社会保障卡
            照片: {card}
            人: 居住证
            照片: {permit}
            机器人: 请核对您填的内容
            人: 确认提交
            机器人: 备案编号是 320509-20261201-
            人: 确认提交
            机器人: 已经提交过了，编号是 320509-20261201-
            人: 我的备案到哪一步了
            机器人: 已提交，等审核
            """);

        var receipt = Assert.Single(await host.Desk.ForOwnerAsync("test/person", default));
        Assert.Equal(("异地长期居住人员", "330100"), (receipt.Filing!.FilingType, receipt.Filing.CarePlace));
    }

    private static async Task<string> UploadAsync(IUploadStore uploads, string name) =>
        (await uploads.SaveAsync(new MemoryStream(Some.Jpeg), name, "conversation", default)).Upload!.Id;
}
