# Reads lines of UTF-8 and prints them in the order of Unicode::Collate::Locale «vi», each after «<» or «=»: greater than or
# equal to the line before.  For tests/unit/text/key_test.c.  usage: collate.pl whole|words FILE
#
# whole: all letters of a line, then all tones, then case, as the locale has it.  words: as Vietnamese dictionaries do, word by
# word, letters and tones of each; numbers by their value before letters; case comes last.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Unicode::Collate::Locale;

my ($mode, $file) = @ARGV;
my @level = map { $_ && Unicode::Collate::Locale->new(locale => 'vi', variable => 'non-ignorable', level => $_) } 0 .. 3;
my %roman = map { my $n = $_; ('X' x ($n / 10)) . ('', qw(I II III IV V VI VII VIII IX))[$n % 10] => $n } 1 .. 39;

# Letters and tones of a word; of a number its length and digits, before all letters.
sub word_key {
	my ($word) = @_;
	$word =~ s/^0+(?=\d)//;
	return $word =~ /^\d/ ? "\0" . chr(length $word) . $word : "\1" . $level[2]->getSortKey($word);
}

sub words_key {
	my ($line) = @_;
	$line =~ s/['’‘ʼ]//g;
	my @words = $line =~ /\d+|[\p{L}\p{M}]+/g;
	for my $n (1 .. $#words) {
		# Roman numerals count clusters, blocks and districts.
		$words[$n] = $roman{$words[$n]} if $roman{$words[$n]} && $words[$n - 1] =~ /^(?:số|cụm|khối|quận)$/i;
	}
	return [(map { word_key($_) } @words), "\0\0", $level[3]->getSortKey(join '', grep { !/\d/ } @words)];
}

sub compare {
	my ($x, $y) = @_;
	for my $n (0 .. ($#$x < $#$y ? $#$x : $#$y)) {
		my $order = $x->[$n] cmp $y->[$n];
		return $order if $order;
	}
	return $#$x <=> $#$y;
}

open(my $in, '<:encoding(UTF-8)', $file) or die "$file: $!";
chomp(my @lines = <$in>);
my @keyed = sort { compare($a->[0], $b->[0]) }
	map { [$mode eq 'words' ? words_key($_) : [$level[3]->getSortKey($_)], $_] } @lines;
my $before;
for my $pair (@keyed) {
	print($before && compare($before, $pair->[0]) == 0 ? '=' : '<', $pair->[1], "\n");
	$before = $pair->[0];
}
