// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/attachment.h"

#include "domain/project.h"

namespace yipi {

template <>
const Entity<Attachment> &entity<Attachment>() {
    using A = Attachment;
    static const Entity<A> e(
        "attachment", QStringLiteral("附件"),
        {
            field<&A::project>("project", QStringLiteral("项目")).required(),
            field<&A::fileName>("file_name", QStringLiteral("文件名")).required(),
            field<&A::sha256>("sha256", QStringLiteral("内容摘要")).required().internal(),
            field<&A::size>("size", QStringLiteral("大小")).in(QStringLiteral("字节")),
            field<&A::addedOn>("added_on", QStringLiteral("上传日期")),
            field<&A::note>("note", QStringLiteral("说明")),
        });
    return e;
}

} // namespace yipi
