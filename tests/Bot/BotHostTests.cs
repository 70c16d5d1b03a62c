using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Bot;
using PolicyBot.Knowledge.Search;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot;

public sealed class BotHostTests
{
    [Fact]
    public async Task WhatIsTracedGoesNowhereOnceTheHostIsBuilt()
    {
        using var written = new StringWriter();
        using var listener = new TextWriterTraceListener(written);
        Trace.Listeners.Add(listener);

        await using var host = BotHost.Build([]);
        Trace.TraceInformation("我叫王小明");
        listener.Flush();

        Assert.Empty(written.ToString());
        Assert.Empty(Trace.Listeners);
    }

    [Fact]
    public async Task TheHostSearchesByTheIndexThatTheSettingNames()
    {
        foreach (var name in GuideIndexes.Names)
        {
            await using var host = BotHost.Build([$"--Search:Index={name}"]);
            var named = GuideIndexes.Named(name)(RealKnowledge.Guides, host.Services.GetRequiredService<DomainTerms>());

            Assert.IsType(named.GetType(), host.Services.GetRequiredService<IGuideIndex>());
        }
    }

    [Fact]
    public void AHostDoesNotComeUpOnAnIndexThatThereIsNot() =>
        Assert.Throws<ArgumentException>(() => BotHost.Build(["--Search:Index=sphinx"]));
}
