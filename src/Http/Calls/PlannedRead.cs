using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Http.Calls;

/// <summary>A call that reads, as far as it is known before it runs.</summary>
/// <param name="Parsed">What is asked for and how it is answered.</param>
/// <param name="Plan">What that means.</param>
/// <param name="Prepared">How the database says it.</param>
public sealed record PlannedRead(ParsedCall Parsed, ReadPlan Plan, PreparedScript Prepared);
