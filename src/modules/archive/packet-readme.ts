import { formatInstant, type Instant } from '../../kernel/clock.ts';

/** 说明.txt: what the packet is, what lies where, and how to check it, for whoever opens it years later. */
export function packetReadme(of: {
  readonly caseNumber: string;
  readonly townshipName: string;
  readonly madeAt: Instant;
  readonly madeFor: string;
  readonly role: string;
  readonly reason: string;
  readonly recipient: string;
}): string {
  return `社会救助办件证据包

办件编号：${of.caseNumber}
办理乡镇：${of.townshipName}
制作时间：${formatInstant(of.madeAt)}
制 作 人：${of.madeFor}（${of.role}）
用    途：${of.reason}
交    给：${of.recipient}

一、里面有什么
  文书/        系统依照办理记录打印的文书（PDF），按案卷次序编号。打印日期是制作本包的日期，
               文书所载的办理日期、结论以办理记录为准。
  材料/        办理中上传的原件：证件、签名、入户照片、公示照片、赋权书扫描件等，一个字节未改。
  记录/        本办件、集体研究会议（本户部分）、赋权书、动态管理的每一步记录，一行一条；身份证号等敏感
               内容在记录中是密文，明文只在允许载明的文书里。人员.json 是工号与姓名的对照。
  记录链/      从本办件第一条记录到制作时最后一条记录，每一条的编号、人员、时间和校验值。其他
               办件只有校验值，没有内容；任何一条改动，后面的都接不上。
  锚点.json    制作时各记录链的最后一条及其校验值，可以与县级系统中的同一条核对。
  清单.json    以上每个文件的大小、SM3 和 SHA-256 校验值；未收入的文书和原因也列在里面。
  清单校验.txt 清单本身的校验值；制作时已记入办理系统的记录链。

二、怎样核验
  在任何装有“一门”程序的电脑上，不需要联网，也不需要原来的数据库：
    yimen verify-packet 证据包.zip
  全部一致时列出件数；有一处不符，就指出第一处不符的文件和原因。
  没有程序的，可以用任何工具逐个计算文件的 SM3 或 SHA-256，与清单.json 对照。

三、使用要求
  本包含有个人信息，只能用于上面写明的用途，用毕按档案管理规定保管或者销毁。
  制作、下载本包的人员、时间和理由已经记入该户档案的利用登记。
`;
}
