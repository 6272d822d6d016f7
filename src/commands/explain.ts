/** `telepay explain`: for every amount the tree behind it, and why something was not paid. Writes nothing. */
import type { Language, Localized } from '../base/localized.js';
import { dateOf, monthOf, type PlainDate } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import type { AgentResult } from '../calc/pay.js';
import { nearest } from '../input/near.js';
import type { CallRow } from '../input/records.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { explainAgentData } from '../report/explain-agent-data.js';
import { explainAgentText, type Focus, SCORE } from '../report/explain-agent.js';
import { explainDayData, explainDayText } from '../report/explain-day.js';
import { explainCustomerText, explainSignupText, signupData } from '../report/explain-signup.js';
import type { Plan } from '../rules/plan.js';
import { computeMonth, type MonthRequest } from './compute-month.js';
import { type CommandResult, refusal } from './outcome.js';

/** What is asked about: an agent (or one day of his), a sign-up, or a customer. */
export type Question =
  | { readonly kind: 'agent'; readonly agent: string; readonly focus: Focus }
  | { readonly kind: 'day'; readonly agent: string; readonly date: PlainDate }
  | { readonly kind: 'signup'; readonly signup: string }
  | { readonly kind: 'customer'; readonly customer: string };

export interface ExplainRequest extends MonthRequest {
  readonly question: Question;
  readonly language: Language;
}

export async function explain(request: ExplainRequest): Promise<CommandResult> {
  const { question, language } = request;
  const calls: CallRow[] = [];
  const watchCall = (call: CallRow): void => {
    if (concerns(question, call)) calls.push(call);
  };
  const work = await computeMonth({ ...request, watchCall });
  if (!work.result) return refusal(work.log.sorted(), language);
  const answer = answerTo(question, work.result, calls, language);
  if ('missing' in answer) return refusal([notFound(answer.missing, work.result)], language);
  return { ...answer, problems: [], notices: [], refused: false };
}

function concerns(question: Question, call: CallRow): boolean {
  switch (question.kind) {
    case 'customer':
      return call.customer_no === question.customer;
    case 'day':
      return call.agent_id === question.agent && dateOf(call.started_at) === question.date;
    case 'agent':
    case 'signup':
      return false;
  }
}

type Answer = Pick<CommandResult, 'text' | 'data'>;

/** What was asked for and is not there, and what is. */
interface Missing {
  readonly kind: Localized;
  readonly given: string;
  readonly known: readonly string[];
}

function answerTo(
  question: Question,
  result: MonthResult,
  calls: readonly CallRow[],
  language: Language,
): Answer | { readonly missing: Missing } {
  switch (question.kind) {
    case 'agent':
    case 'day':
      return answerAboutAgent(question, result, calls, language);
    case 'signup': {
      const one = result.signups.find((signup) => signup.row.signup_id === question.signup);
      if (one)
        return {
          text: explainSignupText(one, result, language),
          data: signupData(one, result.plans.of(one.row.agent_id), language),
        };
      const known = result.signups.map((signup) => signup.row.signup_id);
      return { missing: { kind: KINDS.signup, given: question.signup, known } };
    }
    case 'customer': {
      const { customer } = question;
      const text = explainCustomerText(customer, result, calls, language);
      if (text === undefined) {
        const known = new Set(result.signups.map((signup) => signup.row.customer_no));
        return { missing: { kind: KINDS.customer, given: customer, known: [...known] } };
      }
      const own = result.signups.filter((one) => one.row.customer_no === customer);
      const signups = own.map((one) => signupData(one, result.plans.of(one.row.agent_id), language));
      return { text, data: { customer_no: customer, signups, calls } };
    }
  }
}

function answerAboutAgent(
  question: Question & { readonly kind: 'agent' | 'day' },
  result: MonthResult,
  calls: readonly CallRow[],
  language: Language,
): Answer | { readonly missing: Missing } {
  const { agents, month } = result;
  const agent = agents.find((one) => one.facts.agent.agent_id === question.agent);
  if (!agent) {
    const known = agents.map((one) => one.facts.agent.agent_id);
    return { missing: { kind: KINDS.agent, given: question.agent, known } };
  }
  const { plan } = agent.facts;
  if (question.kind === 'day') {
    const { date } = question;
    if (monthOf(date) !== month) return { missing: { kind: KINDS.day, given: date, known: [] } };
    return {
      text: explainDayText(agent, date, calls, plan, language),
      data: explainDayData(agent, date, calls, plan),
    };
  }
  const { focus } = question;
  const missing = missingOf(agent, focus, plan);
  if (missing) return { missing };
  return {
    text: explainAgentText(agent, result, focus, language),
    data: explainAgentData(agent, result, focus, language),
  };
}

/** The line that the agent does not have, or the component that the rule file does not. */
function missingOf(agent: AgentResult, { line, component }: Focus, plan: Plan): Missing | undefined {
  const lines = [...agent.lines.map((one) => one.line_id), ...agent.notPaid.map((one) => one.component)];
  if (line !== undefined && !lines.includes(line)) return { kind: KINDS.line, given: line, known: lines };
  const components = [
    ...new Set([...Object.keys(plan.components), ...agent.lines.map((one) => one.component), SCORE]),
  ];
  if (component === undefined || components.includes(component)) return undefined;
  return { kind: KINDS.component, given: component, known: components };
}

const KINDS = {
  agent: { en: 'agent', zh: '工号' },
  day: { en: 'day', zh: '日期' },
  line: { en: 'line', zh: '明细' },
  component: { en: 'component', zh: '项目' },
  signup: { en: 'sign-up', zh: '受理编号' },
  customer: { en: 'customer number', zh: '客户号码' },
} satisfies Record<string, Localized>;

function notFound({ kind, given, known }: Missing, { month }: MonthResult): Problem {
  if (kind === KINDS.line || kind === KINDS.component || kind === KINDS.day) {
    const params = { kind, given, known: known.join(', ') };
    return problem(WORKSPACE_PROBLEMS.no_such_part, { file: `months/${month}` }, params, { value: given });
  }
  const params = { kind, given, month, near: nearest(given, known) ?? '' };
  return problem(WORKSPACE_PROBLEMS.not_found, { file: `months/${month}` }, params, { value: given });
}
