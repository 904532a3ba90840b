// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_place.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <array>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace yipi::storage {

namespace {

struct NetworkFileSystem {
    long type; ///< linux/magic.h and the CIFS module
    const char *name;
};

constexpr std::array kNetworkFileSystems{
    NetworkFileSystem{0x6969, "NFS"},      NetworkFileSystem{0x517B, "SMB"},
    NetworkFileSystem{0xFF534D42, "CIFS"}, NetworkFileSystem{0xFE534D42, "SMB2"},
    NetworkFileSystem{0x65735546, "FUSE"}, NetworkFileSystem{0x01021997, "9P"},
    NetworkFileSystem{0x5346414F, "AFS"},  NetworkFileSystem{0x00C36400, "Ceph"},
    NetworkFileSystem{0x73757245, "Coda"},
};

/// Folders that programs copy to a server behind our back, file by file.
const QStringList &syncFolders() {
    static const QStringList names{
        QStringLiteral("OneDrive"),         QStringLiteral("WPS云盘"),       QStringLiteral("WPSDrive"),
        QStringLiteral("坚果云"),           QStringLiteral("Nutstore"),      QStringLiteral("Dropbox"),
        QStringLiteral("百度网盘同步空间"), QStringLiteral("BaiduSyncdisk"), QStringLiteral("iCloud Drive")};
    return names;
}

} // namespace

long fileSystemType(const QString &path) {
    struct statfs info {};
    return ::statfs(QFile::encodeName(path).constData(), &info) == 0 ? long(info.f_type) : 0;
}

QString placeProblem(const QString &path, long fileSystemType) {
    for (const auto &system : kNetworkFileSystems)
        if (system.type == fileSystemType)
            return QStringLiteral("台账位于网络盘或虚拟磁盘（%1），在那里修改可能损坏数据。"
                                  "请把台账复制到本机硬盘再修改。")
                .arg(QString::fromLatin1(system.name));
    const QStringList folders = QFileInfo(path).path().split(u'/');
    for (const QString &name : syncFolders())
        if (folders.contains(name, Qt::CaseInsensitive))
            return QStringLiteral("台账位于同步文件夹“%1”，同步程序可能损坏正在使用的文件。"
                                  "请把台账移到其他文件夹再修改，需要时把备份放进同步文件夹。")
                .arg(name);
    return {};
}

QString permissionProblem(const QString &path) {
    const QByteArray file = QFile::encodeName(path);
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    struct statvfs volume {};
    if (::statvfs(file.constData(), &volume) == 0 && (volume.f_flag & ST_RDONLY))
        return QStringLiteral("台账位于只读的磁盘或光盘上，只能查看。");
    struct stat info {};
    // An administrator may write everywhere: what the file's owner has marked read-only is respected
    // nevertheless.
    if (::stat(file.constData(), &info) != 0 || (info.st_mode & 0222) == 0 ||
        ::access(file.constData(), W_OK) != 0)
        return QStringLiteral("台账文件是只读的，只能查看。如需修改，请先去掉文件的只读属性。");
    struct stat folderInfo {};
    if (::stat(folder.constData(), &folderInfo) != 0 || (folderInfo.st_mode & 0222) == 0 ||
        ::access(folder.constData(), W_OK) != 0)
        return QStringLiteral("台账所在的文件夹不能写入，只能查看。");
    if (info.st_nlink > 1)
        return QStringLiteral(
                   "这个台账文件有 %1 个名字（硬链接），同时修改会损坏数据，只能查看。请先复制一份。")
            .arg(info.st_nlink);
    return {};
}

} // namespace yipi::storage
