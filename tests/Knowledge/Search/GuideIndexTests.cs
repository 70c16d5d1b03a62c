using PolicyBot.Knowledge.Search;

namespace PolicyBot.Tests.Knowledge.Search;

public sealed class GuideIndexTests() : GuideIndexContract(GuideIndexes.BuiltIn);
