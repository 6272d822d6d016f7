/** `telepay explain`: for every yuan the tree behind it, and why something was not paid. Writes nothing. */
import type { Language, Localized } from '../base/localized.js';
import { dateOf, type PlainDate } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import type { CallRow } from '../input/records.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { explainAgentData, explainAgentText, type Focus } from '../report/explain-agent.js';
import { explainDayData, explainDayText } from '../report/explain-day.js';
import { explainCustomerText, explainSignupText, signupData } from '../report/explain-signup.js';
import { computeMonth, type MonthRequest } from './compute-month.js';
import type { CommandResult } from './outcome.js';

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
  if (!work.result) {
    return { text: '', data: {}, problems: work.log.sorted(), notices: [], refused: true };
  }
  const answer = answerTo(question, work.result, calls, language);
  return answer
    ? { ...answer, problems: [], notices: [], refused: false }
    : { text: '', data: {}, problems: [notFound(question, work.result)], notices: [], refused: true };
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

function answerTo(
  question: Question,
  result: MonthResult,
  calls: readonly CallRow[],
  language: Language,
): Answer | undefined {
  switch (question.kind) {
    case 'agent': {
      const agent = result.agents.find((one) => one.facts.agent.agent_id === question.agent);
      return (
        agent && {
          text: explainAgentText(agent, result, question.focus, language),
          data: explainAgentData(agent, result, question.focus, language),
        }
      );
    }
    case 'day': {
      const agent = result.agents.find((one) => one.facts.agent.agent_id === question.agent);
      return (
        agent && {
          text: explainDayText(agent, question.date, calls, result.plan, language),
          data: explainDayData(agent, question.date, calls, result.plan),
        }
      );
    }
    case 'signup': {
      const one = result.signups.find((signup) => signup.row.signup_id === question.signup);
      return one && { text: explainSignupText(one, result, language), data: signupData(one, language) };
    }
    case 'customer': {
      const text = explainCustomerText(question.customer, result, calls, language);
      const signups = result.signups.filter((one) => one.row.customer_no === question.customer);
      const data = {
        customer_no: question.customer,
        signups: signups.map((one) => signupData(one, language)),
        calls,
      };
      return text === undefined ? undefined : { text, data };
    }
  }
}

const KINDS: Readonly<Record<Question['kind'], Localized>> = {
  agent: { en: 'agent', zh: '工号' },
  day: { en: 'agent', zh: '工号' },
  signup: { en: 'sign-up', zh: '受理编号' },
  customer: { en: 'customer number', zh: '客户号码' },
};

function notFound(question: Question, result: MonthResult): Problem {
  const given =
    'agent' in question ? question.agent : 'signup' in question ? question.signup : question.customer;
  const known = 'agent' in question ? result.agents.map((one) => one.facts.agent.agent_id) : [];
  const near = known
    .filter((id) => id.toLowerCase().endsWith(given.toLowerCase().replace(/^[a-z]*0*/, '')))
    .slice(0, 3);
  const params = { kind: KINDS[question.kind], given, month: result.month, near: near.join(', ') };
  return problem(WORKSPACE_PROBLEMS.not_found, { file: `months/${result.month}` }, params, { value: given });
}
