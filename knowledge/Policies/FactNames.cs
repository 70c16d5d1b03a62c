namespace PolicyBot.Knowledge.Policies;

/// <summary>Names of the facts that every policy may use; they are the names of the public contract.</summary>
public static class FactNames
{
    public const string Scheme = "scheme";
    public const string InsuredPlace = "insuredPlace";
    public const string CarePlace = "carePlace";
    public const string Reason = "reason";
    public const string CareKind = "careKind";
    public const string Stage = "stage";
    public const string Filed = "filed";
    public const string Service = "service";
    public const string Applicant = "applicant";
    public const string Residence = "residence";
}
