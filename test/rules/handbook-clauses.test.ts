/**
 * The shipped rule file's clauses against the handbook's table of them: what is left of the text, sign by
 * sign. A row may stand for several clauses: where it has a piece for each, the pieces are theirs in order; a
 * row that can't be divided so stands whole at each of them.
 */
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../src/rules/values.js';
import { load, SHIPPED } from './rule-files.js';

/** Clauses of each row, and the pieces of its fragment. */
const ROWS: readonly (readonly [clauses: readonly string[], pieces: readonly string[]])[] = [
  [['P-2'], ['基础佣金 … 100元']],
  [['P-3'], ['1分积分相当1元人民币']],
  [['P-4'], ['某公司秘书;101–200户2分/户;;次月出帐若有扣费即可算量']],
  [['P-5'], ['信息超市(2元月租)次月出帐若有扣费即可算量']],
  [['P-6'], ['信息超市(4元月租)90户以下2分/户;90户(含90)(90户仅含4元、6元月租用户)']],
  [['P-7'], ['信息超市(6元月租)4分/户']],
  [['P-8'], ['信息超市2元提升4元']],
  [['P-9'], ['信息超市4元提升6元1分/户']],
  [['P-10'], ['信息超市2元提升6元2.5分/户']],
  [['P-11'], ['如意邮箱(普及型) 一次开发4分/户需有出帐月租即可算量']],
  [['P-12'], ['如意邮箱(普及型) 免费体验']],
  [['P-13'], ['短信包月(3元包月)1分/户需有出帐月租即可算量']],
  [['P-14'], ['短信包月(5元包月)短信包月(6元包月)']],
  [['P-15'], ['短信包月(10元包月)2分/户短信包月(15元包月)3分/户短信包月(20元包月)5分/户']],
  [
    ['P-16', 'P-17', 'P-18'],
    ['神奇宝典(48元包月)10分/户', '彩E4分/户', '掌中宽带10分/户'],
  ],
  [['P-19'], ['WAP免费体验2分/户']],
  [['P-20'], ['欢乐彩铃']],
  [
    ['P-21', 'P-22'],
    ['次月出帐若有扣费即可算量', '需有出帐月租即可算量'],
  ],
  [['P-23'], ['组长岗位补贴为当月完成各自所管理业务版块工作量的情况下给予岗位津贴100元']],
  [['P-24'], ['享受话费补贴的号码必须由本人使用,非当班时间手机必须开机']],
  [['P-25'], ['如果因工作需要连续二次联系不到营销代表,则取消当月话费补贴']],
  [
    ['T-0', 'T-1'],
    [
      '根据开发成功量、接听量、总拨打量进行考核,日拨打综合业务成功量30户或接听量大于等于40户则达标,成功量或接听量均未达标则考核拨打量,拨打量大等于60户则达标',
    ],
  ],
  [['T-2'], ['每月允许两次(告知维系类)未达量']],
  [
    ['C-1'],
    [
      '在开发成功的次月10日由计费提取各业务出帐情况,考核用户是否离网,若用户已取消该订制业务,则对积分进行相应的扣减',
    ],
  ],
  [['C-2'], ['为了保障营销数量的真实性,提高营销质量,特制订了如下工作量、撤销量考核办法']],
  [['C-3'], ['强开通现象则按佣金抽成的十倍考核并由开发人给予退款、算撤销量']],
  [
    ['C-4'],
    [
      '强开业务或者在开发业务过程中未向用户详细说明资费引起用户有理由投诉 … 每发现一例即扣罚电话营销业务受理人员1000元等',
    ],
  ],
  [['C-6'], ['其他业务点不规范:指除业务必讲点外的其他业务点介绍错误或介绍不完整']],
  [
    ['S-1', 'S-2'],
    ['每少1字扣1元', '每月进行一次业务笔试,业务笔试不得低于60分每低1分扣1元'],
  ],
  [
    ['S-3', 'S-4', 'S-5'],
    ['业务学习无记录,1分/次', '业务学习记录不全,资料凌乱1分/次', '业务传达后经抽查,不清楚或者不知道的1分/次'],
  ],
  [
    ['S-6', 'S-7'],
    ['电话营销50%', '根据部门每月下达的电话营销任务进行考核…完成比例达100%,得分40分,…直至满45分'],
  ],
  [
    ['G-1', 'G-2', 'G-3', 'G-4', 'G-5'],
    [
      '80-90分15%3分三星级营销员 从事营销工作2个月以上',
      '业务成绩季度平均得分90-100分',
      '达标营销员 试用期满后可参加达标级的评定',
    ],
  ],
  [['G-6'], ['试用一个月后签订代理']],
  [
    ['A-1', 'A-2', 'A-3'],
    [
      '值班长根据系统考勤记录填写考勤表',
      '未按规定请假事后又未及时补齐的,按情况视为迟到、早退或旷工',
      '请假一天以上的须提供相应的书面申请报告,经中心主管批准后方可生效',
    ],
  ],
  [
    ['D-1', 'D-5'],
    ['班长每月应安排与本班30%的员工交流', '并及时上报相关人员录入免打扰数据库'],
  ],
  [['R-5'], ['待岗培训是针对在电话营销考核中不能达标的电话营销代表进行的']],
  [
    ['H2-1', 'H2-4'],
    ['收集数量:每人每日20条客户信息', '未拜访过客户数(电话量) 通话时长超过五分钟电话数 预约到客户数'],
  ],
];

const { plan } = load(SHIPPED, 'rules/2025.04.yaml');

const fragments = ROWS.flatMap(([clauses, pieces]) =>
  clauses.map((clause, index): [string, string] => [
    clause,
    (pieces.length === clauses.length ? pieces[index] : undefined) ?? pieces.join('; '),
  ]),
);

describe('the clauses of the shipped rule file', () => {
  it.each(fragments)('%s: %s', (clause, fragment) => {
    expect(plan.clauses[clause]?.fragment).toBe(fragment);
  });

  it('are those of the handbook, and own ones without a fragment', () => {
    const own = Object.entries(plan.clauses).filter(([, { fragment }]) => fragment === 'none');
    expect(own.map(([clause]) => clause).filter((clause) => !clause.startsWith('X-'))).toEqual([]);
    expect(Object.keys(plan.clauses)).toEqual([...fragments, ...own].map(([clause]) => clause));
  });

  it('of its own all carry a value', () => {
    const used = new Set(valuesOf(plan).map(({ mark }) => mark.clause));
    const own = Object.keys(plan.clauses).filter((clause) => clause.startsWith('X-'));
    expect(own.filter((clause) => !used.has(clause))).toEqual([]);
  });
});
