// SPDX-License-Identifier: GPL-3.0-or-later
// TARGET CORPUS WORDS COUNT: runs a fuzz target over its corpus and COUNT changed copies of it, the same
// ones each time. For the normal tests, which have no libFuzzer.
#include "fuzz/fuzz_target.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Bytes = std::string;

Bytes contentOf(const std::filesystem::path &path) {
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

std::vector<Bytes> readCorpus(const std::filesystem::path &folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> corpus;
    std::transform(paths.begin(), paths.end(), std::back_inserter(corpus), contentOf);
    return corpus;
}

/// The byte that an escape in a list of words stands for; moves `at` to its last character.
char escaped(const Bytes &line, std::size_t &at) {
    constexpr std::string_view kLetters = "tnrf\\", kBytes = "\t\n\r\f\\";
    ++at;
    if (const auto letter = kLetters.find(line.at(at)); letter != kLetters.npos)
        return kBytes[letter];
    at += 2; // xAB
    return char(std::stoi(line.substr(at - 1, 2), nullptr, 16));
}

/// One word a line, with \t, \n, \r, \f, \\ and \xAB; comments begin with #.
std::vector<Bytes> readWords(const std::filesystem::path &path) {
    std::vector<Bytes> words;
    std::ifstream file(path);
    for (Bytes line; std::getline(file, line);) {
        if (line.starts_with('#'))
            continue;
        Bytes &word = words.emplace_back();
        for (std::size_t i = 0; i < line.size(); ++i)
            word += line[i] == '\\' ? escaped(line, i) : line[i];
    }
    return words;
}

/// Makes changed copies of the corpus.
class Mutator {
public:
    Mutator(std::vector<Bytes> corpus, std::vector<Bytes> words)
        : m_corpus(std::move(corpus))
        , m_words(std::move(words)) {}

    Bytes next() {
        Bytes bytes = any(m_corpus);
        for (auto changes = 1 + below(5); changes > 0; --changes)
            change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    const Bytes &any(const std::vector<Bytes> &list) { return list[below(list.size())]; }
    Bytes pieceOf(const Bytes &bytes) { return bytes.substr(below(bytes.size() + 1), 1 + below(40)); }

    void change(Bytes &bytes) {
        const auto at = below(bytes.size() + 1);
        switch (below(6)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = char(below(256));
            break;
        case 1:
            bytes.erase(at, 1 + below(10));
            break;
        case 2:
            bytes.insert(at, any(m_words));
            break;
        case 3:
            bytes.replace(at, 1 + below(6), any(m_words));
            break;
        case 4:
            bytes.insert(at, pieceOf(bytes));
            break;
        default:
            bytes.insert(at, pieceOf(any(m_corpus)));
        }
    }

    std::vector<Bytes> m_corpus, m_words;
    std::mt19937_64 m_random{1};
};

const Bytes *runningInput = nullptr;
Bytes keptAs; ///< the file for an input that breaks the target

/// Keeps the input that is being run; the sanitizers end in SIGABRT as well (ASAN_OPTIONS, UBSAN_OPTIONS).
extern "C" void keepInput(int signal) {
    if (std::FILE *file = runningInput ? std::fopen(keptAs.c_str(), "wb") : nullptr) {
        std::fwrite(runningInput->data(), 1, runningInput->size(), file);
        std::fclose(file);
        std::fprintf(stderr, "input kept as %s\n", keptAs.c_str());
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const Bytes &input) {
    runningInput = &input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.data()), input.size());
    runningInput = nullptr;
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: " << argv[0] << " CORPUS WORDS COUNT\n";
        return 2;
    }
    const auto corpus = readCorpus(argv[1]);
    Mutator mutator(corpus, readWords(argv[2]));
    keptAs = std::filesystem::path(argv[0]).filename().string() + ".input";
    for (const int signal : {SIGABRT, SIGSEGV})
        std::signal(signal, keepInput);
    for (const Bytes &input : corpus)
        run(input);
    for (long left = std::atol(argv[3]); left > 0; --left)
        run(mutator.next());
    return 0;
}
