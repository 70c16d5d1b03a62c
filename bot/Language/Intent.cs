namespace PolicyBot.Bot.Language;

/// <summary>What a person wants with a message, apart from the answer it may hold.</summary>
public enum Intent
{
    /// <summary>None of these: an answer to the pending question, or nothing understood.</summary>
    None,
    Greeting,

    /// <summary>Wants to file, or to know what applies (怎么备案, 我要去北京看病).</summary>
    StartFiling,

    /// <summary>Asks about a filing made earlier (我的备案到哪一步了).</summary>
    Status,

    /// <summary>A question about policy (承诺书是什么意思).</summary>
    Question,
    Back,

    /// <summary>Takes back an earlier answer (刚才说错了，是去杭州).</summary>
    Correct,
    Why,
    Skip,
    Restart,
    Cancel,
    Resume,
    Confirm,
    Deny,
    Help,

    /// <summary>Wants a person (转人工, 打电话问).</summary>
    Human,
    Thanks,

    /// <summary>Wants what is kept of them deleted (删除我的数据).</summary>
    Erase,

    /// <summary>Wants a filing that was made taken back (撤销我的备案).</summary>
    Withdraw,
}
