/**
 * Some of the passwords that everybody tries first. Auth0's own dictionary has ten thousand; these stand for them.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123 football monkey
letmein shadow master 696969 michael mustang 666666 qwertyuiop 123321 1234567890 superman 270 654321 1qaz2wsx 7777777
121212 000000 qazwsx 123qwe killer trustno1 jordan jennifer zxcvbnm asdfgh hunter buster soccer harley batman andrew
tigger sunshine iloveyou 2000 charlie robert thomas hockey ranger daniel starwars klaster 112233 george computer
michelle jessica pepper 1111 zxcvbn 555555 11111111 131313 freedom 777777 pass maggie 159753 aaaaaa ginger princess
joshua cheese amanda summer love ashley nicole chelsea matthew access yankees 987654321 dallas austin thunder taylor
matrix mobilemail mom monitor monitoring montana moon moscow welcome welcome1 password1 password12 password123
passw0rd p@ssw0rd p@ssword1 p@ssw0rd1 admin administrator admin123 changeme changeme1 letmein1 qwerty123 qwerty12345
q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1qaz2wsx3edc abcd1234 abc12345 abcdef123 iloveyou1 sunshine1 princess1 football1
monkey1 dragon1 master1 superman1 shadow1 baseball1 michael1 summer2024 summer2025 summer2026 winter2024 winter2025
winter2026 spring2026 autumn2026 company1 test1234 test123 secret secret1 secret123 temp1234 temporary temporary1
start123 hello123 hello1234 user1234 login123 welcome123 zaq12wsx zaq1zaq1 trustno1! password! password1! password123!
welcome1! welcome123! qwerty123! admin123! changeme1! letmein123! p@ssw0rd! p@ssword123`
    .split(/\s+/)
    .filter(Boolean),
);
