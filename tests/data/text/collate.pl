# Reads lines of UTF-8 and prints them in the order of Unicode::Collate::Locale «vi», each after «<» or «=»: greater than or
# equal to the line before.  For tests/unit/text/key_test.c.
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));
use Unicode::Collate::Locale;

my $collator = Unicode::Collate::Locale->new(locale => 'vi', variable => 'non-ignorable', level => 3);
open(my $in, '<:encoding(UTF-8)', $ARGV[0]) or die "$ARGV[0]: $!";
chomp(my @lines = <$in>);
my @keyed = sort { $a->[0] cmp $b->[0] } map { [$collator->getSortKey($_), $_] } @lines;
my $before = '';
for my $pair (@keyed) {
	print($pair->[0] eq $before ? '=' : '<', $pair->[1], "\n");
	$before = $pair->[0];
}
