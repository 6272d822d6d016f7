/** The files of a run and their columns, as the contract of the exports lists them. */
const LISTED = {
  'payroll.csv':
    'agent_id name team role base_commission product_commission prior_period allowances clawbacks penalties ' +
    'debt_in net paid debt_out rules_version warnings',
  'commission.csv':
    'agent_id product gross counted reversed forced unbilled no_billing duplicate points amount clause reversal_rate',
  'penalties.csv': 'agent_id clause kind class date source amount applied',
  'scores.csv': 'agent_id item value detail clause',
  'signups.csv': 'signup_id agent_id product outcome points reason signed_at customer_no product_name',
  'daily.csv': 'agent_id date successes answered dialled met met_by retention_day',
  'teams.csv': 'team leaders counted target met paid',
  'lines.csv': 'agent_id line_id component clause quantity rate amount basis sources',
  'funnel.csv': 'agent_id unvisited_called calls_over_300s booked over_300s_rate booked_rate',
  'checks.csv': 'check clause agent_id date subject detail',
  'problems.csv': 'severity code file line column value message hint',
};

export const COLUMNS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(LISTED).map(([file, columns]) => [file, columns.split(' ')]),
);

/** Columns of telepay's own, behind those of the contract. */
export const ADDED: Readonly<Record<string, readonly string[]>> = {
  'payroll.csv': ['ledger_head'],
  'lines.csv': ['name'],
};

/** The Chinese names of the payroll's columns, the last of them telepay's own. */
export const CHINESE_PAYROLL =
  '工号 姓名 班组 岗位 基础佣金 业务佣金 往期补发 津贴补贴 追回 考核扣款 上期结转欠款 应付净额 本期应发(税前) ' +
  '结转下期欠款 规则版本 提示 封存链头';

/** Every file of a run. */
export const FILES = [...Object.keys(COLUMNS), 'summary.json'].toSorted();
